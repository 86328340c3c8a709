import type { PictureFormat, PictureKind, PictureSource } from '../store/schema.ts';

export const PICTURE_KINDS = ['poster', 'still'] as const satisfies readonly PictureKind[];
/** In the order in which a browser is offered them: the smallest first. */
export const PICTURE_FORMATS = ['avif', 'webp', 'jpg'] as const satisfies readonly PictureFormat[];

/** The widths a picture is kept in, in pixels: of a poster for a grid, a page, each on a fine screen too. */
export const WIDTHS: Readonly<Record<PictureKind, readonly number[]>> = {
  poster: [160, 240, 320, 480, 640],
  still: [480, 960, 1920],
};

/** By what right an uploaded picture is shown: words of ours, or a licence by its own name. */
export const LICENCES = {
  ours: null,
  permission: null,
  'public-domain': null,
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
} as const;
export type LicenceCode = keyof typeof LICENCES;

/** A picture as a page shows it. */
export interface ShownPicture {
  id: string;
  /** Those it is here in, in pixels, the smallest first; and the height of the largest. */
  widths: number[];
  height: number;
  source: PictureSource;
  link: string | null;
  /** A code of `LICENCES`, or a licence's own name. */
  licence: string | null;
  licenceLink: string | null;
  credit: string | null;
  alt: string | null;
}

/** A poster as a film's row holds it: its id, its height, and the widths it is here in, apart by blanks. */
export function posterText({ id, height, widths }: ShownPicture): string {
  return [id, height, ...widths].join(' ');
}
