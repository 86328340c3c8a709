import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openImages } from '../../src/outside/images.ts';
import { pngSaying } from '../outside/png.ts';

/** A PNG of so many pixels a side, all of them zero, packed into little. */
function bomb(side: number): Buffer {
  return pngSaying(side, side, deflateSync(Buffer.alloc(side * (side * 3 + 1)), { level: 1 }));
}

test('what is no picture, or far too large a one, is refused within 200 ms', async () => {
  const images = openImages();
  const fine = sharp({ create: { width: 200, height: 300, channels: 3, background: 'red' } });
  await images.redraw(await fine.png().toBuffer(), [160]);
  const polyglot = Buffer.concat([Buffer.from('%PDF-1.7 '), await fine.gif().toBuffer()]);
  for (const bytes of [
    bomb(20_000),
    polyglot,
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    Buffer.alloc(20_000_000),
  ]) {
    const before = process.cpuUsage();
    await expect(images.redraw(bytes, [160])).rejects.toThrow();
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(200);
  }
});

test('the largest pictures that are taken leave memory as it was', async () => {
  const images = openImages();
  const large = sharp({ create: { width: 5600, height: 5600, channels: 3, background: 'navy' } });
  const bytes = await large.jpeg({ progressive: true }).toBuffer();
  await images.redraw(bytes, [160]);
  const before = process.memoryUsage.rss();
  for (let number = 0; number < 5; number += 1) await images.redraw(bytes, [160, 320, 640]);
  expect(process.memoryUsage.rss() - before).toBeLessThan(150_000_000);
});
