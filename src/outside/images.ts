import type { default as Library, Sharp } from 'sharp';

/** The formats a picture is given out in, the smallest first. */
export const FORMATS = ['avif', 'webp', 'jpg'] as const;
export type Format = (typeof FORMATS)[number];

/** One size of a picture in one format; width and height in pixels. */
export interface Rendition {
  format: Format;
  width: number;
  height: number;
  bytes: Buffer;
}

/** A picture drawn anew; width and height of its largest size. */
export interface Redrawn {
  width: number;
  height: number;
  renditions: Rendition[];
}

/** Draws pictures anew from whatever was brought. */
export interface Images {
  /**
   * Reads a picture and draws it anew, upright, in sRGB and without a word of what came with it. What it is, its bytes
   * tell; a name or a declared type is never asked. Of an animation it is the first picture.
   *
   * @param widths the wanted widths in pixels, the smallest first; none is made by enlarging, so that a picture between
   * two of them has its own width as the largest
   * @throws ImageError
   */
  redraw(bytes: Uint8Array, widths: readonly number[]): Promise<Redrawn>;
}

/**
 * Why a picture was not taken: `not-a-picture` of a kind that is read, `too-large` in bytes, `too-many-pixels`,
 * `too-small`, `too-long` for its width, `damaged`, or `busy`: others are being drawn, and enough wait.
 */
export type ImageFault =
  | 'not-a-picture'
  | 'too-large'
  | 'too-many-pixels'
  | 'too-small'
  | 'too-long'
  | 'damaged'
  | 'busy';

export class ImageError extends Error {
  override name = 'ImageError';
  readonly kind: ImageFault;
  constructor(kind: ImageFault, options?: ErrorOptions) {
    super(kind, options);
    this.kind = kind;
  }
}

/** The largest file that is read, in bytes. */
export const MOST_IMAGE_BYTES = 20_000_000;
/** A poster at 4,600 by 6,900. A picture that is not read in lines takes some ten bytes of memory for each. */
const MOST_PIXELS = 32_000_000;
const LEAST_SIDE = 100;
/** How much longer one side may be than the other. */
const LONGEST = 4;
/** So many wait while one is drawn: each holds its bytes in memory. */
const MOST_WAITING = 4;

/** What each kind begins with; where a letter stands for any byte, it is `?`. */
const BEGINNINGS = ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'GIF87a', 'GIF89a', 'RIFF????WEBP'];
/** The brands of AVIF (AV1 Image File Format 1.1, §6): a picture, and a sequence of them. */
const AVIF_BRANDS = ['avif', 'avis'];
/** What libvips may read with; whatever else it can is shut, so that no bytes ever come to it. */
const LOADERS = ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif'].map((name) => `VipsForeignLoad${name}`);

/**
 * Opens the drawing. The library comes with the first picture, works beside the main thread in one thread, keeps
 * nothing for later, and draws one picture at a time.
 */
export function openImages(): Images {
  let library: Promise<typeof Library> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    async redraw(bytes, widths) {
      if (bytes.length > MOST_IMAGE_BYTES) throw new ImageError('too-large');
      if (!isReadable(bytes)) throw new ImageError('not-a-picture');
      if (waiting > MOST_WAITING) throw new ImageError('busy');
      library ??= openLibrary();
      waiting += 1;
      const sharp = library;
      const mine = last
        .then(async () => drawn(await sharp, bytes, widths))
        .finally(() => {
          waiting -= 1;
        });
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

async function openLibrary(): Promise<typeof Library> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: LOADERS });
  return sharp;
}

/** Whether bytes begin as a picture of a kind that is read. */
function isReadable(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  const begins = (sign: string) => [...sign].every((one, at) => one === '?' || head[at] === one);
  if (BEGINNINGS.some(begins)) return true;
  if (head.slice(4, 8) !== 'ftyp') return false;
  return AVIF_BRANDS.includes(head.slice(8, 12));
}

async function drawn(sharp: typeof Library, bytes: Uint8Array, widths: readonly number[]): Promise<Redrawn> {
  const input = { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1, autoOrient: true } as const;
  const open = (): Sharp => sharp(bytes, input);
  const size = await read(open().metadata());
  const { width, height } = size.autoOrient;
  if (width * height > MOST_PIXELS) throw new ImageError('too-many-pixels');
  if (Math.min(width, height) < LEAST_SIDE) throw new ImageError('too-small');
  if (Math.max(width, height) > LONGEST * Math.min(width, height)) throw new ImageError('too-long');
  const most = widths.at(-1) ?? width;
  const paper = open()
    .resize({ width: Math.min(width, most) })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' });
  const { data, info } = await read(paper.toBuffer({ resolveWithObject: true }));
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const renditions: Rendition[] = [];
  for (const one of [...widths.filter((some) => some < info.width), info.width])
    for (const format of FORMATS) {
      const sized = sharp(data, { raw }).resize({ width: one });
      const made = await encoded(sized, format).toBuffer({ resolveWithObject: true });
      renditions.push({ format, width: made.info.width, height: made.info.height, bytes: made.data });
    }
  return { width: info.width, height: info.height, renditions };
}

/** Qualities at which faces and small print of posters hold, looked at side by side. */
function encoded(picture: Sharp, format: Format): Sharp {
  if (format === 'avif') return picture.avif({ quality: 50, effort: 3 });
  if (format === 'webp') return picture.webp({ quality: 74, effort: 4 });
  return picture.jpeg({ quality: 76, mozjpeg: true });
}

/** What the library says of a picture's bytes is the picture's fault. */
async function read<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const many = /exceeds pixel limit/i.test(String((error as Error).message));
    throw new ImageError(many ? 'too-many-pixels' : 'damaged', { cause: error });
  }
}
