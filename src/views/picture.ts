import type { ShownPicture } from '../domain/picture.ts';
import type { Film, PictureFormat, PictureKind } from '../domain/reader.ts';
import type { Words } from '../words/words.ts';
import { away } from './away.ts';
import { attributes, type Html, html } from './html.ts';

/** A film as far as its card or poster needs it. */
export interface Pictured {
  id: string;
  /** As the film's row holds it; null where its card is drawn. */
  poster: string | null;
}

/** A poster as lists of films know it: the widths it is here in, the smallest first, and the height of the largest. */
export type Poster = Pick<ShownPicture, 'id' | 'widths' | 'height'>;

/** What a browser is offered before the last, which every one can read. */
const BETTER = [
  ['avif', 'image/avif'],
  ['webp', 'image/webp'],
] as const;
/** How wide a film's picture is drawn on its own page, and among others. */
const ON_ITS_PAGE = '(max-width: 46rem) 30vw, 15rem';
const AMONG_OTHERS = '10rem';
/** A larger one is for a film's own page. */
const WIDEST_AMONG_OTHERS = 320;

/** What a film's row holds of its poster; null where its card is drawn. */
export function posterOf(text: string | null): Poster | null {
  if (!text) return null;
  const [id = '', height, ...widths] = text.split(' ');
  return { id, height: Number(height), widths: widths.map(Number) };
}

/** Where a size of a picture is. */
export function pictureAddress(id: string, width: number, format: PictureFormat): string {
  return `/picture/${id}/${width}.${format}`;
}

/** The largest size of a picture that every browser can read. */
export function largest({ id, widths }: Poster): string {
  return pictureAddress(id, widths.at(-1) ?? 0, 'jpg');
}

/** A film's poster, or its drawn card, among those of other films. Its title stands beside it, so that it says none. */
export function smallPicture({ id, poster }: Pictured): Html {
  const shown = posterOf(poster);
  if (!shown) return html`<img src="/card/${id}.svg" width="240" height="360" alt="" loading="lazy">`;
  const widths = shown.widths.filter((one, at) => at === 0 || one <= WIDEST_AMONG_OTHERS);
  return pictureIn(
    { ...shown, widths },
    {
      sizes: AMONG_OTHERS,
      last: { width: 240, height: 360, alt: '', loading: 'lazy' },
    },
  );
}

/** A film's poster, or its drawn card, beside what is said of it. */
export function filmPicture({ id, poster }: Pictured, alt = ''): Html {
  const shown = posterOf(poster);
  if (!shown) return html`<img class="card" src="/card/${id}.svg" width="240" height="360" alt="">`;
  const last = { class: 'card', width: shown.widths.at(-1) ?? 0, height: shown.height, alt };
  return pictureIn(shown, { sizes: ON_ITS_PAGE, last });
}

/** What a poster is read out as: what a curator wrote, else whose poster it is. */
export function posterAlt({ details, title }: Film, { picture: w }: Words): string {
  return details.poster?.alt ?? w.posterAlt(title);
}

/** A wide picture out of a film, with what is to be said of it. */
export function stillPicture(words: Words, still: ShownPicture): Html {
  const { widths, height, alt } = still;
  const last = { width: widths.at(-1) ?? 0, height, alt: alt ?? words.picture.stillAlt };
  return html`<figure class="still">${pictureIn(still, { sizes: '(max-width: 46rem) 100vw, 44rem', last })}<figcaption>${creditLine(words, 'still', still)}</figcaption></figure>
`;
}

/** One picture in every format and width, the smallest format first. */
function pictureIn(
  { id, widths }: Poster,
  how: { sizes: string; last: Record<string, string | number> },
): Html {
  const set = (format: PictureFormat) =>
    widths.map((width) => `${pictureAddress(id, width, format)} ${width}w`).join(', ');
  const better = BETTER.map(
    ([format, type]) => html`<source type="${type}" srcset="${set(format)}" sizes="${how.sizes}">`,
  );
  const src = pictureAddress(id, widths.at(-1) ?? 0, 'jpg');
  const plain = { src, srcset: set('jpg'), sizes: how.sizes };
  return html`<picture>${better}<img${attributes({ ...how.last, ...plain })}></picture>`;
}

/** What is said of a picture wherever it is shown. */
type Credited = Pick<ShownPicture, 'credit' | 'licence' | 'licenceLink' | 'link' | 'source'>;

/** Who is to be named with a picture, and by what right it is shown. */
export function creditLine({ picture: w }: Words, kind: PictureKind, shown: Credited): Html {
  const { credit, licence, licenceLink, link, source } = shown;
  const ours = licence !== null && Object.hasOwn(w.licences, licence);
  const named = ours ? w.licences[licence as keyof typeof w.licences] : licence;
  return html`${w.kinds[kind]}:${credit && html` <bdi>${credit}</bdi>`}${named && html`${credit && ','} ${licenceLink ? away(named, licenceLink) : html`<bdi>${named}</bdi>`}`}${source !== 'upload' && html`${(credit ?? named) && ','} ${w.from[source]}`}${link && html`. ${away(w.there, link)}`}.`;
}
