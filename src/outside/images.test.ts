import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pngSaying } from '../../test/outside/png.ts';
import { type ImageFault, MOST_IMAGE_BYTES, openImages, type Redrawn } from './images.ts';

const images = openImages();
const WIDTHS = [160, 320];

/** A picture of one colour above another, in whatever format. */
function drawn(width = 400, height = 600) {
  const half = { width, height: height / 2, channels: 3, background: '#c03020' } as const;
  return sharp({ create: { ...half, height, background: '#204080' } }).composite([
    { input: { create: half }, top: 0, left: 0 },
  ]);
}

/** The colour in the middle of the upper and of the lower half, roughly. */
async function halves({ renditions }: Redrawn): Promise<string[]> {
  const one = renditions.find(({ format }) => format === 'webp');
  const { data, info } = await sharp(one?.bytes).raw().toBuffer({ resolveWithObject: true });
  return [0.25, 0.75].map((at) => {
    const from = (Math.floor(info.height * at) * info.width + Math.floor(info.width / 2)) * info.channels;
    const [red = 0, , blue = 0] = data.subarray(from);
    return red > blue ? 'red' : 'blue';
  });
}

const fault = (bytes: Uint8Array) =>
  images.redraw(bytes, WIDTHS).then(
    () => 'taken',
    (error: { kind: ImageFault }) => error.kind,
  );

describe('a picture is drawn anew', () => {
  test('in each format and width, never larger than it was', async () => {
    const large = await images.redraw(await drawn().jpeg().toBuffer(), WIDTHS);
    expect(large.renditions.map(({ format, width, height }) => `${format} ${width}×${height}`)).toEqual([
      ...['avif 160×240', 'webp 160×240', 'jpg 160×240'],
      ...['avif 320×480', 'webp 320×480', 'jpg 320×480'],
    ]);
    const kinds = await Promise.all(large.renditions.map(({ bytes }) => sharp(bytes).metadata()));
    expect(kinds.map(({ format }) => format)).toEqual(['heif', 'webp', 'jpeg', 'heif', 'webp', 'jpeg']);
    const small = await images.redraw(await drawn(200, 300).png().toBuffer(), WIDTHS);
    expect([small.width, small.height]).toEqual([200, 300]);
    expect([...new Set(small.renditions.map(({ width }) => width))]).toEqual([160, 200]);
  });

  test.each([
    ['JPEG', () => drawn().jpeg()],
    ['PNG', () => drawn().png()],
    ['WebP', () => drawn().webp()],
    ['AVIF', () => drawn().avif({ effort: 0 })],
    ['GIF', () => drawn().gif()],
    ['16-bit PNG', () => drawn().toColourspace('rgb16').png()],
    ['CMYK JPEG', () => drawn().toColourspace('cmyk').jpeg()],
    ['PNG with a palette', () => drawn().png({ palette: true })],
  ])('from a %s, and keeps its colours', async (_, make) => {
    const made = await images.redraw(await make().toBuffer(), [160]);
    expect(await halves(made)).toEqual(['red', 'blue']);
    expect(await sharp(made.renditions[0]?.bytes).metadata()).toMatchObject({ channels: 3, depth: 'uchar' });
  });

  test('upright, and without what the camera or an editor wrote into it', async () => {
    const turned = await drawn()
      .jpeg()
      .withExif({ IFD0: { Copyright: 'Somebody Secret' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Somebody Secret</x:xmpmeta>')
      .withMetadata({ orientation: 3 })
      .toBuffer();
    expect(turned.toString('latin1')).toContain('Somebody Secret');
    const made = await images.redraw(turned, [160]);
    expect(await halves(made)).toEqual(['blue', 'red']);
    for (const { bytes } of made.renditions) {
      expect(bytes.toString('latin1')).not.toContain('Secret');
      const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
      expect(orientation ?? 1).toBe(1);
    }
  });

  test('of an animation, its first picture', async () => {
    const frames = Buffer.concat([
      await drawn(100, 200).removeAlpha().raw().toBuffer(),
      Buffer.alloc(100 * 200 * 3, 255),
    ]);
    const moving = await sharp(frames, { raw: { width: 100, height: 400, channels: 3, pageHeight: 200 } })
      .gif({ delay: [40, 40] })
      .toBuffer();
    expect(await sharp(moving).metadata()).toMatchObject({ pages: 2 });
    const made = await images.redraw(moving, [160]);
    expect([made.width, made.height, await halves(made)]).toEqual([100, 200, ['red', 'blue']]);
  });

  test('what is seen through shows paper', async () => {
    const clear = await sharp({
      create: { width: 200, height: 200, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const { renditions } = await images.redraw(clear, [160]);
    const [first] = await sharp(renditions[1]?.bytes).raw().toBuffer();
    expect(first).toBeGreaterThan(250);
  });
});

describe('of a file that is two things at once only the picture stays', () => {
  const SCRIPT = '<script>alert(document.domain)</script>*/=1;alert(1)//PK\x03\x04evil.html';
  test.each([
    ['GIF that is a page', () => drawn().gif()],
    ['JPEG that is a script', () => drawn().jpeg()],
    ['PNG that is a zip', () => drawn().png()],
    ['WebP that is a page', () => drawn().webp()],
  ])('a %s', async (_, make) => {
    const both = Buffer.concat([await make().toBuffer(), Buffer.from(SCRIPT, 'latin1')]);
    for (const { bytes } of (await images.redraw(both, [160])).renditions)
      expect(bytes.toString('latin1')).not.toMatch(/script|alert|evil/);
  });

  test('a JPEG whose comment is a script', async () => {
    const plain = await drawn().jpeg().toBuffer();
    const said = Buffer.from(`\xff\xfe\x00${String.fromCharCode(SCRIPT.length + 2)}${SCRIPT}`, 'latin1');
    const both = Buffer.concat([plain.subarray(0, 2), said, plain.subarray(2)]);
    for (const { bytes } of (await images.redraw(both, [160])).renditions)
      expect(bytes.toString('latin1')).not.toContain('alert');
  });
});

describe('is refused', () => {
  const text = (said: string) => Buffer.from(said);
  test.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['an SVG with a script', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    [
      'an SVG behind a declaration',
      text('<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'),
    ],
    ['a page', text('<!doctype html><img src="x" onerror="alert(1)">')],
    ['a PDF', text('%PDF-1.7\n1 0 obj')],
    ['a TIFF', Buffer.from('II*\0\b\0\0\0', 'latin1')],
    ['a BMP', Buffer.concat([text('BM'), Buffer.alloc(200)])],
    ['a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['an icon', Buffer.from('\0\0\x01\0\x01\0', 'latin1')],
    ['a sound in the same coat as WebP', Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1')],
    ['zeros', Buffer.alloc(5000)],
  ])('%s', async (_, bytes) => {
    expect(await fault(bytes)).toBe('not-a-picture');
  });

  test('what is larger than a picture may be', async () => {
    expect(await fault(Buffer.alloc(MOST_IMAGE_BYTES + 1, '\xff\xd8\xff', 'latin1'))).toBe('too-large');
  });

  test('20,000 by 20,000 pixels, packed into little, before any of them is unpacked', async () => {
    const row = Buffer.alloc(60_001);
    const bomb = pngSaying(
      20_000,
      20_000,
      deflateSync(Buffer.concat(Array.from({ length: 200 }, () => row))),
    );
    expect(bomb.length).toBeLessThan(100_000);
    expect(await fault(bomb)).toBe('too-many-pixels');
    expect(await fault(pngSaying(2_000_000_000, 2_000_000_000, deflateSync(row)))).toMatch(
      /too-many|damaged/,
    );
  });

  test('what says it is larger or smaller than it is, or breaks off', async () => {
    expect(await fault(pngSaying(2000, 3000, deflateSync(Buffer.alloc(100))))).toBe('damaged');
    const whole = await drawn().jpeg().toBuffer();
    expect(await fault(whole.subarray(0, whole.length / 2))).toBe('damaged');
    expect(await fault(whole.subarray(0, 20))).toBe('damaged');
    const other = await drawn().png().toBuffer();
    expect(await fault(other.subarray(0, other.length / 2))).toBe('damaged');
  });

  test('a spot, and a thread', async () => {
    expect(await fault(await drawn(20, 30).png().toBuffer())).toBe('too-small');
    expect(await fault(await drawn(100, 2000).png().toBuffer())).toBe('too-long');
  });

  test('one more than may wait; who waits has theirs', async () => {
    const bytes = await drawn(100, 150).jpeg().toBuffer();
    const all = await Promise.all(Array.from({ length: 8 }, () => fault(bytes)));
    expect([all.filter((one) => one === 'taken').length, all.at(-1)]).toEqual([5, 'busy']);
    expect(await fault(bytes)).toBe('taken');
  });
});
