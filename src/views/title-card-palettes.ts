/** The colours of one card: where type stands, a neighbour of it, two lights, and the colour of type. */
export interface Palette {
  ground: string;
  shade: string;
  light: string;
  second: string;
  ink: string;
}

function palettes(...rows: readonly string[]): Palette[] {
  return rows.map((row) => {
    const [ground, shade, light, second, ink] = row.split(' ').map((colour) => `#${colour}`);
    return { ground: ground!, shade: shade!, light: light!, second: second!, ink: ink! };
  });
}

/** By decade: from tinted silents over Technicolor and the brown seventies to now. */
export const BY_DECADE: ReadonlyMap<number, readonly Palette[]> = new Map([
  [
    1910,
    palettes(
      '2b1d12 1f140c d9a441 8a4b22 f6e6c4',
      '14233a 0d1829 e9c46a 5c7fa3 f3ead2',
      'f0dfb8 e3cd9b 7a3b1d b98a3e 2a1a0f',
    ),
  ],
  [
    1920,
    palettes(
      '3a1414 290d0d e0b04f b5472f f7e7c8',
      '0f2b33 0a1f26 e4c36a c7663c f2ead6',
      'ead9b0 dcc795 8c2f1b 2f4a4d 241710',
    ),
  ],
  [
    1930,
    palettes(
      '111111 1d1a14 d8b25a a8322a f5ead0',
      'f3e7cb e6d6b0 b3261e 1f3b4d 1a1512',
      '16302b 0f231f e2bd67 c4512d f4ecd4',
    ),
  ],
  [
    1940,
    palettes(
      '10161d 1a232d e9dcb8 b23a2e f4efe0',
      '1b1420 271d2e e8b04a 8b5a7c f5ecdd',
      'e9dfc7 dccfae 23405a a63a24 17130f',
    ),
  ],
  [
    1950,
    palettes(
      'b8281c 9e2016 f6c445 1b3a4b fff4dc',
      '0c4a52 083a41 f2b134 e4572e fdf3dc',
      'f6d9a8 efca8c c8321f 125a63 2a120c',
    ),
  ],
  [
    1960,
    palettes(
      'f4b81f e7a90f d7311f 1c1c1c 1c1408',
      'f5efe0 e9dfc6 e5461f 1d6b73 17130f',
      '1b2f6b 142454 ffb224 f0573a fff6e2',
    ),
  ],
  [
    1970,
    palettes(
      '5a2a12 48200c f0a12e d4612a fbe8c6',
      '39421c 2d3515 e8a93a d2642c f6ecce',
      'e6b45a dba645 8d2f16 4b5a26 2b1408',
    ),
  ],
  [
    1980,
    palettes(
      '1a1440 120d30 ff4f8b 3fd0d4 fdf0ff',
      '0d1b2e 081322 ff6b3d 45c4d6 f4f1ea',
      'f1c8d4 e8b6c5 d4245f 23327a 240f2e',
    ),
  ],
  [
    1990,
    palettes(
      '13242b 0c171c e4572e 5f9ea0 f4ead9',
      '2f3a1e 252e17 e6c229 d1603d f4f0da',
      'd9d2bd cbc2a8 a3291d 2b4c5e 1a1612',
    ),
  ],
  [
    2000,
    palettes(
      '0f3b3a 0a2d2c f2c14e d9572b eef6ec',
      '2c1f3d 21172e f49d37 7fb7be f6eefb',
      'dbe6dc c9d8cc 0f6b5c d95d39 10201d',
    ),
  ],
  [
    2010,
    palettes(
      '0b3954 072c42 ff6663 bfd7ea fff6ee',
      'ffe3d3 fbd2bc e4483c 1d6d7c 2b1214',
      '3a0f2b 2b0a20 f5853f e84a7a fdeee3',
    ),
  ],
  [
    2020,
    palettes(
      '12382b 0c2b21 ff7a45 b8a4ec f3f5e6',
      'd9cff2 cabdea e0451f 2f2a6b 19123a',
      '4a0d16 390810 ffb199 e9c46a fff0e8',
      'f2f0d8 e5e2c0 2444c9 ff5b2e 141433',
    ),
  ],
]);

/** By where posters had a manner of their own. */
export const BY_PLACE: ReadonlyMap<string, readonly Palette[]> = new Map([
  ['japan', palettes('f3ecdd e7dcc6 c8281e 1f3566 1a1420', '16264f 0f1c3d d63b2a e8d8b0 f7f0e0')],
  ['china', palettes('7d1016 650b10 e9b949 2e7a63 fcefd2', '0f4a3c 0a3a2f e4b84a d23a2c f5f0dc')],
  ['korea', palettes('1d2440 151a30 f25c54 8ecae6 f6f2ea', 'e9eef0 d8e1e5 20528c d8412f 141a26')],
  ['india', palettes('6a0f3e 540a30 ffb31a f4722b fff0da', 'f7a51c ee980d a3123f 0f5a58 2c0b14')],
  ['italy', palettes('a2381b 8a2d13 f4d58d 1f4a3d fff3dd', 'f3dcb4 e9cd9b b5301b 35603f 2a140b')],
  ['iberia', palettes('f2c230 e8b51d b3161b 1d1a4b 240d0d', '51122a 400c20 f0b93a e2622e fdeedd')],
  ['france', palettes('12306b 0c2554 f2e3c0 e0413a fbf5e6', 'f1ead8 e4dac1 1c3f94 d6362c 14182b')],
  ['germany', palettes('17140f 221e17 e0b31c c2281d f6eedb', 'e8ddc0 dacca6 b3211a 1f1d1a 17130d')],
  [
    'east',
    palettes(
      'e0a31a d4960c a81c18 1c1a17 1d1206',
      '1c2b24 14211b d94a2b e8c15a f4eeda',
      'ece2c8 dfd2b0 c2251b 2a5f5a 191410',
    ),
  ],
  ['north', palettes('dfe9ec cddde2 1f4f7a d8572a 0f1f2c', '0f2636 0a1c29 9fc7d6 ee8a4a f0f4f2')],
  ['latin', palettes('8c1150 720c40 ffc53a 1fa39a fff0e6', '0a5a57 074a47 ffb627 f0517a fdf6e4')],
  ['levant', palettes('123f52 0c3242 e9b44c cf5c36 f8efdb', 'efdcb2 e5cd98 9c3a18 1d5a5e 26150c')],
  ['africa', palettes('3b1a0d 2d1309 f3a712 4f9d69 fceccb', 'e8b02e dda41f 8c1f14 1f4d33 251006')],
]);

const PLACES: Readonly<Record<string, string>> = {
  japan: 'JP',
  china: 'CN HK TW MO SG',
  korea: 'KR KP',
  india: 'IN PK BD LK NP',
  italy: 'IT SM',
  iberia: 'ES PT',
  france: 'FR BE CH LU',
  germany: 'DE AT DD XG',
  east: 'PL CZ SK HU RO BG SU RU UA BY LT LV EE GE AM RS HR SI BA MK YU CS XC XY',
  north: 'SE NO DK FI IS',
  latin: 'MX BR AR CL CO PE CU UY VE BO EC PY GT CR DO',
  levant: 'IR TR IL PS LB EG SY IQ JO SA AE QA KW TN MA DZ AF',
  africa: 'SN NG ML BF KE ZA ET GH CI CM RW TD MR NE UG TZ CD AO MZ',
};

const placeOf = new Map(
  Object.entries(PLACES).flatMap(([place, codes]) => codes.split(' ').map((code) => [code, place] as const)),
);

/** What a film's card may be coloured with, by its decade and its first country known here (ISO 3166 codes). */
export function palettesFor(year: number | null, countries: readonly string[]): readonly Palette[] {
  const decade = Math.min(2020, Math.max(1910, Math.floor((year ?? 0) / 10) * 10));
  const ofDecade = year === null ? [...BY_DECADE.values()].flat() : BY_DECADE.get(decade)!;
  const place = countries.map((code) => placeOf.get(code.toUpperCase())).find((found) => found !== undefined);
  return place === undefined ? ofDecade : [...ofDecade, ...BY_PLACE.get(place)!];
}

/** The contrast of two colours by WCAG 2.2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright! + 0.05) / (dark! + 0.05);
}

/** A palette's colour for type on a ground: the first of its own that reads, else near black or near white. */
export function inkOn(ground: string, palette: Palette): string {
  const choices = [palette.ink, palette.ground, palette.shade, '#15100d', '#fffaf0'];
  return choices.find((colour) => contrast(colour, ground) >= 4.6) ?? '#000000';
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** The colours of type on a drawn card, given the colours it stands on. */
export function inks(
  on: { titleOn: string; creditsOn: string },
  palette: Palette,
): { title: string; credits: string } {
  return { title: inkOn(on.titleOn, palette), credits: inkOn(on.creditsOn, palette) };
}
