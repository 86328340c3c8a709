import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { indexedPng } from './indexed-png.ts';

/** A picture of so many colours that runs of any length, across rows too, are in it. */
function picture(width: number, height: number, colours: number): Uint8Array {
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0, n = 0; at < width * height; n += 1)
    for (let run = (n % 37) + 1; run > 0 && at < width * height; run -= 1, at += 1) {
      const colour = n % colours;
      pixels.set([colour & 255, (colour * 7) & 255, colour >> 8, 255], at * 4);
    }
  return pixels;
}

describe('a PNG that numbers its colours', () => {
  test.each([
    [1, 1, 1],
    [1, 300, 3],
    [300, 1, 255],
    [211, 97, 256],
    [1200, 630, 200],
  ])('is the very picture: %d by %d, %d colours', async (width, height, colours) => {
    const pixels = picture(width, height, colours);
    const png = await indexedPng(pixels, { width, height });
    const { data, info } = await sharp(png ?? undefined)
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([width, height]);
    expect(data.equals(pixels)).toBe(true);
  });

  test('is none of a picture with more colours than a byte can name, or through which something shines', async () => {
    expect(await indexedPng(picture(211, 97, 257), { width: 211, height: 97 })).toBeNull();
    const glass = picture(2, 2, 2);
    glass[7] = 254;
    expect(await indexedPng(glass, { width: 2, height: 2 })).toBeNull();
  });
});
