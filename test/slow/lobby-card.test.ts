import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serveSite } from '../browser/served.ts';
import { browser, describeInBrowser } from '../engines/chromium.ts';

/** Points of 1/72 inch, which a PDF is measured in. */
const PAPERS = { a4: [595.28, 841.89], a5: [419.53, 595.28], letter: [612, 792] } as const;
const DEMO_FILM = 'in-the-mood-for-love-2000';

describeInBrowser('a card for the lobby, printed', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serveSite({ demo: true });
  }, 60_000);
  afterAll(() => served.close());

  test.each(Object.entries(PAPERS))(
    'is one sheet of %s, and its code is read from it',
    async (paper, [width, height]) => {
      const page = await (await browser()).newPage({ viewport: { width: 1200, height: 1700 } });
      await page.goto(`${served.origin}/film/${DEMO_FILM}/card?paper=${paper}`);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      const [, wide, high] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(pdf) ?? [];
      expect(Math.abs(Number(wide) - width)).toBeLessThan(1);
      expect(Math.abs(Number(high) - height)).toBeLessThan(1);
      await page.emulateMedia({ media: 'print' });
      const shot = sharp(await page.locator('.sheet img').screenshot()).ensureAlpha();
      const { data, info } = await shot.raw().toBuffer({ resolveWithObject: true });
      const seen = { data: new Uint8Array(data), width: info.width, height: info.height };
      expect(decodeQR(seen)).toBe(`${served.origin}/film/${DEMO_FILM}/review`);
      await page.close();
    },
  );
});
