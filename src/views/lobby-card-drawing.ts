import { drawnStars } from './drawn-stars.ts';
import { qrCode } from './qr-code.ts';
import { inMarks, type WrittenQuote } from './quote-card.ts';
import { first, type Said, writable } from './social-card.ts';
import { cleaned } from './title-card.ts';
import { type Box, graphemes, round, small, widthOf } from './title-card-line.ts';
import { levelLines, type SetWords } from './title-card-type.ts';

/** The papers a card is printed on: width and height in millimetres. */
export const SHEETS = {
  a4: { name: 'A4', width: 210, height: 297 },
  a5: { name: 'A5', width: 148, height: 210 },
  letter: { name: 'Letter', width: 215.9, height: 279.4 },
} as const;
export type Sheet = keyof typeof SHEETS;

/** What a card for the lobby says. */
export interface LobbyCard {
  film: { title: string; originalTitle: string | null; year: number | null; directors: readonly string[] };
  /** When and where it is shown, where the card is for one screening. */
  screening: { when: string; where: string } | null;
  quote: WrittenQuote | null;
  /** What it asks those who come out, in two sentences. */
  question: readonly [string, string];
  /** What the code leads to, by its name. */
  door: string;
  /** Where the code leads, and how that is written to be typed. */
  address: string;
  typed: string;
  site: Said;
}

/** A card as it is printed. */
export interface DrawnLobbyCard {
  /** A whole SVG document. */
  svg: string;
  /** Whether every letter is an outline, so that a PNG can be drawn. */
  outlined: boolean;
}

const DOTS_PER_INCH = 300;
/** A sheet is drawn a thousand units wide, large type in larger ones. */
const WIDE = 1000;
const EDGE = 84;
const ROOM = WIDE - 2 * EDGE;
const CODE = 320;
/** Large type is set in units so much larger that it never reaches the size at which titles on a film's card stop. */
const SCALE = 3.6;
const BLACK = '#000';
const LEAST = 20;

/**
 * A card for the lobby, in black on white: the film, and a QR code that leads to where it is reviewed.
 *
 * @param dots whether it measures pixels at 300 to the inch, for a PNG, and not millimetres
 */
export function lobbyCard(card: LobbyCard, sheet: Sheet, dots = false): DrawnLobbyCard {
  const { width, height } = SHEETS[sheet];
  const high = round((WIDE * height) / width);
  const measure = (mm: number) => (dots ? String(Math.round((mm / 25.4) * DOTS_PER_INCH)) : `${mm}mm`);
  const art = head(card) + above(card, high) + below(card, high);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE} ${high}" width="${measure(width)}" height="${measure(height)}">` +
    `<path fill="#fff" d="M0 0h${WIDE}v${high}H0z"/>${art}</svg>`;
  return { svg, outlined: !svg.includes('<text') };
}

function head({ site }: LobbyCard): string {
  const name = first(site);
  const rule = `<path d="M${EDGE} 132h${ROOM}v7H${EDGE}z"/>`;
  return (name ? small(name, row(80, 34), false, BLACK, LEAST) : '') + rule;
}

/** The film, as large as it goes; below it, when and where, or what somebody said. */
function above(card: LobbyCard, high: number): string {
  const { film, screening, quote } = card;
  const foot = high - EDGE - CODE - 120;
  const more = (screening ? 190 : 0) + (quote ? 250 : 0);
  const title = large(film.title, { x: EDGE, y: 180, width: ROOM, height: foot - 180 - 80 - more }, true);
  const facts = [film.year === null ? '' : String(film.year), film.directors.join(', ')].filter(Boolean);
  const said =
    facts.length > 0 ? small(text(facts.join('  ·  ')), row(title.foot + 26, 40), false, BLACK, 26) : '';
  const next = title.foot + (said ? 26 + 40 : 0) + 50;
  const shown = screening
    ? small(text(screening.when), row(next, 62), false, BLACK, 34) +
      small(text(screening.where), row(next + 84, 44), false, BLACK, 28)
    : '';
  const room = { x: EDGE, y: next + (screening ? 190 : 0), width: ROOM, height: foot };
  return title.drawn + said + shown + (quote ? quoted(quote, { ...room, height: foot - room.y }) : '');
}

function quoted(quote: WrittenQuote, box: Box): string {
  const stars =
    quote.rating === null ? '' : drawnStars(quote.rating, { x: box.x, y: box.y, size: 40, colour: BLACK });
  const top = box.y + (stars ? 56 : 0);
  const words = large(inMarks(quote), { ...box, y: top, height: box.y + box.height - top - 56 }, false, 62);
  const by = small(text(`—  ${quote.authorName}`), row(words.foot + 14, 32), false, BLACK, 24);
  return stars + words.drawn + by;
}

/** The code, and beside it what it is for. */
function below({ question, door, address, typed }: LobbyCard, high: number): string {
  const top = high - EDGE - CODE;
  const { size, path } = qrCode(address);
  const code = `<path shape-rendering="crispEdges" transform="translate(${EDGE} ${top}) scale(${round(CODE / size)})" d="${path}"/>`;
  const left = EDGE + CODE + 56;
  const box = { x: left, y: top - 6, width: WIDE - EDGE - left, height: 150 };
  const [lights, asked] = question;
  const asks =
    small(text(lights), { ...box, height: 64 }, false, BLACK, 30) +
    small(text(asked), { ...box, y: top + 70, height: 64 }, false, BLACK, 30);
  const named = small(text(door), { ...box, y: top + 188, height: 32 }, false, BLACK, 22);
  const lines = inLines(typed, box.width, 24);
  const where = lines.map((one, at) =>
    small(one, { ...box, y: top + 232 + at * 29, height: 24 }, false, BLACK, 18),
  );
  return `<path d="M${EDGE} ${top - 52}h${ROOM}v3H${EDGE}z"/>${code}${asks}${named}${where.join('')}`;
}

/** Words as large as a box lets them be. @param most how large at most */
function large(given: string, box: Box, close: boolean, most = Number.POSITIVE_INFINITY): SetWords {
  const scale = Math.min(SCALE, most / 150);
  const words = levelLines(
    text(given),
    { x: 0, y: 0, width: box.width / scale, height: Math.max(box.height, 60) / scale },
    BLACK,
    { close },
  );
  return {
    drawn: `<g transform="translate(${box.x} ${round(box.y)}) scale(${round(scale)})">${words.drawn}</g>`,
    size: words.size * scale,
    baseline: box.y + words.baseline * scale,
    foot: box.y + words.foot * scale,
  };
}

/** An address in lines that end where one may be broken: behind a stroke, a dot or a hyphen. */
function inLines(address: string, width: number, size: number): string[] {
  const lines = [''];
  for (const piece of text(address).split(/(?<=[/.-])/)) {
    for (const { segment } of widthOf(piece) * size > width
      ? graphemes.segment(piece)
      : [{ segment: piece }]) {
      const longer = lines.at(-1) + segment;
      if (widthOf(longer) * size > width && lines.at(-1) !== '') lines.push(segment);
      else lines[lines.length - 1] = longer;
    }
  }
  return lines.slice(0, 4);
}

/** As our letters write it, else as it is, for the fonts of whoever shows it. */
function text(given: string): string {
  return writable(given) ?? cleaned(given);
}

function row(y: number, height: number): Box {
  return { x: EDGE, y, width: ROOM, height };
}
