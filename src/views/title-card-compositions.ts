import {
  between,
  type Chance,
  type Composition,
  disc,
  EDGE,
  FOOT,
  HEIGHT,
  lower,
  rect,
  shape,
  stroke,
  upper,
  WIDE,
  WIDTH,
  whole,
} from './title-card-drawing.ts';
import { round } from './title-card-line.ts';
import type { Palette } from './title-card-palettes.ts';

/** A sun on the water. */
function horizon(chance: Chance, p: Palette): Composition {
  const x = between(chance, 60, 180);
  const radius = between(chance, 40, 62);
  const y = 226;
  let art = disc(x, y, radius, p.light) + rect(0, y, WIDTH, HEIGHT - y, p.shade);
  for (let row = 0; row < 5; row += 1) {
    const half = radius * (1 - row * 0.17);
    art += rect(x - half + between(chance, -8, 8), y + 9 + row * 13, half * 2, 3.5 - row * 0.4, p.light);
  }
  return upper(art, p, 140, { creditsOn: p.shade });
}

/** Windows at night, one or two of them lit. */
function grid(chance: Chance, p: Palette): Composition {
  const columns = whole(chance, 4, 6);
  const gap = 8;
  const cell = (WIDE - gap * (columns - 1)) / columns;
  const rows = Math.floor((164 + gap) / (cell + gap));
  const top = FOOT - 24 - rows * (cell + gap) + gap;
  const lit = new Set([whole(chance, 0, columns * rows - 1), whole(chance, 0, columns * rows - 1)]);
  const warm = whole(chance, 0, columns * rows - 1);
  let art = '';
  for (let at = 0; at < columns * rows; at += 1) {
    const fill = lit.has(at) ? p.light : at === warm ? p.second : p.shade;
    art += rect(
      EDGE + (at % columns) * (cell + gap),
      top + Math.floor(at / columns) * (cell + gap),
      cell,
      cell,
      fill,
    );
  }
  return upper(art, p, top - EDGE - 16);
}

/** A strip of film down the side. */
function strip(chance: Chance, p: Palette): Composition {
  const wide = 58;
  const start = between(chance, -40, 0);
  let art = rect(0, 0, wide, HEIGHT, p.light);
  for (let y = start; y < HEIGHT; y += 20)
    art += rect(6, y + 4, 8, 11, p.ground) + rect(wide - 14, y + 4, 8, 11, p.ground);
  for (let y = start - 6, n = 0; y < HEIGHT; y += 60, n += 1)
    art += rect(19, y, wide - 38, 54, n % 3 === 1 ? p.second : p.shade);
  const x = wide + EDGE;
  const capitals = chance() < 0.6;
  const title = { x, y: EDGE, width: WIDTH - x - EDGE, height: FOOT - 44 };
  return upper(art, p, 0, { title, capitals, filled: true, turns: true });
}

/** The blades of an iris. */
function aperture(chance: Chance, p: Palette): Composition {
  const [x, y, radius] = [120, 122, 104];
  const blades = whole(chance, 6, 9);
  const turn = chance() * Math.PI;
  const open = radius * between(chance, 0.3, 0.48);
  const at = (angle: number, far: number) => [x + Math.cos(angle) * far, y + Math.sin(angle) * far] as const;
  let art = disc(x, y, radius, p.light);
  const hole = Array.from({ length: blades }, (_, n) => at(turn + (n * 2 * Math.PI) / blades, open));
  art += shape(p.second, ...hole);
  for (let n = 0; n < blades; n += 1) {
    const angle = turn + (n * 2 * Math.PI) / blades;
    const [from, to] = [at(angle, open), at(angle + Math.PI / 2.6, radius)];
    art += stroke(p.ground, 3, `M${round(from[0])} ${round(from[1])}L${round(to[0])} ${round(to[1])}`);
  }
  return lower(art, p, 238);
}

/** Steps going up. */
function stairs(chance: Chance, p: Palette): Composition {
  const count = whole(chance, 5, 7);
  const [run, rise] = [WIDTH / count, 150 / count];
  const mirror = chance() < 0.5;
  let art = '';
  for (let n = 0; n < count; n += 1) {
    const high = 44 + rise * (n + 1);
    const x = (mirror ? count - 1 - n : n) * run;
    art += rect(x, HEIGHT - high, run + 0.5, high, n % 2 === 0 ? p.light : p.second);
  }
  art += rect(0, HEIGHT - 38, WIDTH, 38, p.shade);
  const top = disc(mirror ? run / 2 : WIDTH - run / 2, HEIGHT - 44 - 150 - 13, 10, p.ink);
  return upper(art + top, p, 116, { capitals: chance() < 0.4, creditsOn: p.shade });
}

/** A beam falling on a stage. */
function stage(chance: Chance, p: Palette): Composition {
  const x = between(chance, 50, 190);
  const middle = between(chance, 90, 150);
  const art =
    shape(p.second, [x - 7, 0], [x + 7, 0], [middle + 82, 200], [middle - 82, 200]) +
    rect(0, 200, WIDTH, 160, p.shade) +
    `<ellipse cx="${round(middle)}" cy="200" rx="82" ry="13" fill="${p.light}"/>` +
    disc(middle, 150, 10, p.ink) +
    shape(p.ink, [middle - 9, 200], [middle - 12, 164], [middle + 12, 164], [middle + 9, 200]);
  return lower(art, p, 228, { titleOn: p.shade, creditsOn: p.shade, capitals: true, filled: chance() < 0.5 });
}

/** A moon that does not fit. */
function moon(chance: Chance, p: Palette): Composition {
  const x = between(chance, 20, 220);
  const radius = between(chance, 84, 118);
  const bite = between(chance, 0.25, 0.7) * radius * (x > 120 ? -1 : 1);
  const art = disc(x, 92, radius, p.light) + disc(x + bite, 92 - radius * 0.12, radius * 0.94, p.ground);
  const stars = Array.from({ length: 7 }, () =>
    disc(between(chance, 12, 228), between(chance, 12, 190), 1.4, p.second),
  );
  return lower(art + stars.join(''), p, 222);
}

/** Rails to where they meet. */
function rail(chance: Chance, p: Palette): Composition {
  const x = between(chance, 70, 170);
  const y = 172;
  let art = rect(0, y, WIDTH, HEIGHT - y, p.second);
  for (let n = 0; n < 9; n += 1) {
    const near = (n + 1) / 9;
    const depth = near ** 2.1;
    const half = 8 + 150 * depth;
    const slide = x + (120 - x) * depth;
    art += rect(slide - half, y + (HEIGHT - 40 - y) * depth, half * 2, 2 + 9 * depth, p.shade);
  }
  art += shape(p.light, [x - 1, y], [x - 0.2, y], [28, HEIGHT], [4, HEIGHT]);
  art += shape(p.light, [x + 0.2, y], [x + 1, y], [236, HEIGHT], [212, HEIGHT]);
  art += rect(0, HEIGHT - 38, WIDTH, 38, p.shade);
  return upper(art, p, 136, { capitals: chance() < 0.5, creditsOn: p.shade });
}

/** Rain over everything but the name. */
function rain(chance: Chance, p: Palette): Composition {
  let art = '';
  for (let n = 0; n < 46; n += 1) {
    const [x, y, long] = [between(chance, -10, 260), between(chance, -30, 186), between(chance, 16, 54)];
    const colour = chance() < 0.72 ? p.light : p.second;
    art += stroke(
      colour,
      chance() < 0.3 ? 3 : 1.5,
      `M${round(x)} ${round(y)}l${round(-long * 0.28)} ${round(long)}`,
    );
  }
  return lower(art + rect(0, 242, WIDTH, 118, p.ground), p, 256, { capitals: true });
}

/** A door left open. */
function door(chance: Chance, p: Palette): Composition {
  const wide = between(chance, 46, 60);
  const x = between(chance, 100, WIDTH - wide - 22);
  const [top, floor] = [168, 286];
  const art =
    rect(0, floor, WIDTH, HEIGHT - floor, p.shade) +
    rect(x, top, wide, floor - top, p.light) +
    shape(p.second, [x, floor], [x + wide, floor], [x + wide - 44, HEIGHT - 36], [x - 92, HEIGHT - 36]) +
    disc(x + wide * 0.42, floor - 62, 6.5, p.ground) +
    shape(
      p.ground,
      [x + wide * 0.3, floor],
      [x + wide * 0.26, floor - 53],
      [x + wide * 0.58, floor - 53],
      [x + wide * 0.54, floor],
    );
  return upper(art, p, 134, { creditsOn: p.shade, capitals: chance() < 0.5, filled: chance() < 0.4 });
}

/** Water in bands. */
function waves(chance: Chance, p: Palette): Composition {
  const bands = [p.second, p.light, p.shade, p.light, p.second, p.shade];
  const phase = chance() * 6;
  let art = '';
  for (const [n, fill] of bands.entries()) {
    const y = 178 + n * 27;
    let d = `M0 ${HEIGHT}V${y}`;
    for (let x = 0; x <= WIDTH; x += 12)
      d += `L${x} ${round(y + Math.sin(x / 26 + phase + n * 1.3) * (10 - n * 1.1))}`;
    art += `<path fill="${fill}" d="${d}V${HEIGHT}z"/>`;
  }
  return upper(art + rect(0, 326, WIDTH, 34, p.shade), p, 138, { creditsOn: p.shade });
}

/** Heads before a screen; the name is on it. */
function house(chance: Chance, p: Palette): Composition {
  let art = rect(EDGE, EDGE, WIDE, 178, p.light);
  for (let row = 0; row < 3; row += 1) {
    const radius = 12 + row * 4;
    const step = radius * 2.5;
    const from = between(chance, -step, 0);
    for (let x = from; x < WIDTH + step; x += step) {
      const fill = row === 1 && Math.abs(x - 120) < step / 2 ? p.second : row % 2 ? p.ink : p.shade;
      const y = 240 + row * 34;
      art += disc(x, y, radius * 0.66, fill) + disc(x, y + radius * 1.5, radius, fill);
    }
  }
  art += rect(0, 324, WIDTH, 36, p.ground);
  const title = { x: EDGE + 12, y: EDGE + 12, width: WIDE - 24, height: 154 };
  return upper(art, p, 0, {
    title,
    align: 'middle',
    titleOn: p.light,
    capitals: chance() < 0.5,
    filled: chance() < 0.5,
  });
}

/** Two colours and the edge between them. */
function cut(chance: Chance, p: Palette): Composition {
  const [left, right] = chance() < 0.5 ? [212, 262] : [262, 212];
  const art =
    shape(p.light, [0, left], [WIDTH, right], [WIDTH, HEIGHT], [0, HEIGHT]) +
    shape(p.second, [0, left], [WIDTH, right], [WIDTH, right + 26], [0, left + 26]);
  return upper(art, p, 186, { creditsOn: p.light, capitals: true, filled: chance() < 0.6 });
}

/** Rings from a corner, as from a stone or a bell. */
function rings(chance: Chance, p: Palette): Composition {
  const x = chance() < 0.5 ? 0 : WIDTH;
  const widths = [184, 152, 120, 88, 56, 24];
  const art = widths.map((radius, n) =>
    disc(x, 0, radius, [p.light, p.ground, p.second, p.ground, p.light, p.second][n]!),
  );
  return lower(art.join(''), p, 206, { capitals: chance() < 0.4 });
}

/** A blind, light behind it. */
function slats(chance: Chance, p: Palette): Composition {
  let art = rect(EDGE, 160, WIDE, 154, p.light);
  const x = between(chance, 80, 160);
  art +=
    disc(x, 222, 24, p.second) + shape(p.second, [x - 50, 314], [x - 34, 256], [x + 34, 256], [x + 50, 314]);
  for (let n = 0; n < 11; n += 1) art += rect(0, 157 + n * 15, WIDTH, 4 + (n % 4) * 0.9, p.ground);
  return upper(art, p, 128, { capitals: true, filled: chance() < 0.5 });
}

/** Nothing but the name, and one rule. */
function bill(chance: Chance, p: Palette): Composition {
  const bright = chance() < 0.5;
  const [paper, mark] = bright ? [p.light, p.ground] : [p.ground, p.light];
  const art = rect(0, 0, WIDTH, HEIGHT, paper) + rect(EDGE, FOOT - 24, WIDE, 5, mark);
  const title = { x: EDGE, y: EDGE, width: WIDE, height: FOOT - 52 };
  return upper('', p, 0, {
    art,
    title,
    titleOn: paper,
    creditsOn: paper,
    capitals: true,
    filled: true,
    turns: true,
  });
}

/** A road, or a hill, and what waits behind it. */
function hill(chance: Chance, p: Palette): Composition {
  const top = between(chance, 190, 214);
  const x = between(chance, 50, 190);
  const art =
    disc(x, top - 4, 34, p.light) +
    `<path fill="${p.second}" d="M0 ${round(top + 26)}Q${round(x)} ${round(top - 34)} 240 ${round(top + 40)}V360H0z"/>` +
    `<path fill="${p.shade}" d="M0 ${round(top + 84)}Q${round(240 - x)} ${round(top + 22)} 240 ${round(top + 66)}V360H0z"/>`;
  return upper(art, p, 138, { creditsOn: p.shade });
}

/** Every composition by its name; a card's is chosen by its film's id. */
export const COMPOSITIONS: ReadonlyMap<string, (chance: Chance, palette: Palette) => Composition> = new Map([
  ['horizon', horizon],
  ['grid', grid],
  ['strip', strip],
  ['aperture', aperture],
  ['stairs', stairs],
  ['stage', stage],
  ['moon', moon],
  ['rail', rail],
  ['rain', rain],
  ['door', door],
  ['waves', waves],
  ['house', house],
  ['cut', cut],
  ['rings', rings],
  ['slats', slats],
  ['bill', bill],
  ['hill', hill],
]);
