import type { RenderedImage } from '@resvg/resvg-js';
import { LRUCache } from 'lru-cache';
import { DomainError } from '../domain/errors.ts';
import { indexedPng } from './indexed-png.ts';

/** Bytes of drawn pictures that are kept, so that one asked for by many addresses is drawn once. */
const KEPT = 8 * 1024 * 1024;
/** So many pictures may wait to be drawn; whoever comes then is asked to come back in so many seconds. */
const LONGEST_QUEUE = 20;
const SECONDS = 5;

const drawn = new LRUCache<string, Uint8Array>({
  maxSize: KEPT,
  sizeCalculation: (png, svg) => png.length + svg.length * 2,
});
const underWay = new Map<string, Promise<Uint8Array>>();
let last: Promise<unknown> = Promise.resolve();

/**
 * An SVG document as a PNG of its size. It is drawn by resvg in a thread beside this one, one picture at a time, and
 * without the machine's fonts: letters have to be outlines.
 *
 * @throws DomainError `too-many` while too many wait
 */
export async function asPng(svg: string): Promise<Uint8Array> {
  const known = drawn.get(svg) ?? underWay.get(svg);
  if (known) return known;
  if (underWay.size >= LONGEST_QUEUE) throw new DomainError('too-many', 'too-many', { seconds: SECONDS });
  const drawing = last.then(() => draw(svg));
  last = drawing.catch(() => undefined);
  const making = drawing.then(encoded);
  underWay.set(svg, making);
  try {
    const png = await making;
    drawn.set(svg, png);
    return png;
  } finally {
    underWay.delete(svg);
  }
}

async function draw(svg: string): Promise<RenderedImage> {
  // Loaded by the first picture: a site that is only read needs none of it.
  const { renderAsync } = await import('@resvg/resvg-js');
  return renderAsync(svg, { font: { loadSystemFonts: false } });
}

/** What is drawn here is opaque; a photograph has more colours than can be numbered. */
async function encoded(image: RenderedImage): Promise<Uint8Array> {
  return (await indexedPng(image.pixels, image)) ?? new Uint8Array(image.asPng());
}
