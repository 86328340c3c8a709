import type { StandingQuote } from '../domain/quote.ts';
import type { Credit, Film } from '../domain/reader.ts';
import { quotationMarks } from '../words/quotation-marks.ts';
import { drawnStars, starsWidth } from './drawn-stars.ts';
import { DARK, first, type PicturedFilm, picture, type Said, writable } from './social-card.ts';
import { filmName, stars } from './stars.ts';
import { cardColours, cleaned } from './title-card.ts';
import { HEIGHT, WIDTH } from './title-card-drawing.ts';
import {
  type Box,
  isOurs,
  line,
  RIGHT_TO_LEFT,
  round,
  small,
  smallWidth,
  widthOf,
} from './title-card-line.ts';
import { levelLines } from './title-card-type.ts';

/** The shapes a quote is drawn in: for a post, for a link, and in ink or white to be laid on a poster. */
export const QUOTE_SHAPES = ['square', 'landscape', 'ink', 'white'] as const;
export type QuoteShape = (typeof QUOTE_SHAPES)[number];

/** What stands on a quote card. */
export interface QuoteCard {
  /** Half-stars; null where the review is unrated, and then none are drawn. */
  rating: number | null;
  text: string;
  /** What the review is written in, BCP 47; null where it is not known. */
  language: string | null;
  /** Who wrote it. */
  name: string;
  film: PicturedFilm;
  /** The film's name and year, in the ways it can be said. */
  called: Said;
  /** The site's name, or where it is. */
  site: Said;
}

/** A drawing, and what can be made of it. */
export interface DrawnQuote {
  /** A whole SVG document. */
  svg: string;
  width: number;
  height: number;
  /**
   * Whether every letter is an outline, so that it looks alike everywhere and a PNG can be drawn. Where our letters
   * lack one, the words stand in the SVG as text, in the fonts of whatever shows it.
   */
  outlined: boolean;
}

const INK = { ink: '#1c1714', white: '#ffffff' };
/** Small type is no smaller than that; what is longer is cut. */
const LEAST = 22;
/** Large type grows with its drawing: a card is drawn smaller than it is. */
const SQUARE = { size: 1080, scale: 1.5 };
const LANDSCAPE = { width: 1200, height: 630 };
const STRIP = { width: 1200, scale: 2 };

/** A quote that stands, and what its cards say beside it. */
export interface QuoteToDraw {
  quote: StandingQuote;
  film: Film;
  credits: readonly Credit[];
  site: { name: string };
  /** The site's public address. */
  origin: string;
}

/** A quote in every shape. */
export function drawnQuotes(of: QuoteToDraw): Record<QuoteShape, DrawnQuote> {
  const { quote, film, credits, site, origin } = of;
  const directors = credits.filter(({ role }) => role === 'director').map(({ name }) => name);
  const { review, text } = quote;
  const card: QuoteCard = {
    ...{ rating: review.rating, text, language: review.language, name: review.authorName },
    film: { ...film, directors },
    called: [filmName(film), film.originalTitle],
    site: [site.name, new URL(origin).host],
  };
  const drawn = QUOTE_SHAPES.map((shape) => [shape, quoteCard(card, shape)] as const);
  return Object.fromEntries(drawn) as Record<QuoteShape, DrawnQuote>;
}

/** A quote as a drawing. */
export function quoteCard(card: QuoteCard, shape: QuoteShape): DrawnQuote {
  if (shape === 'square') return square(card);
  if (shape === 'landscape') return landscape(card);
  return strip(card, INK[shape]);
}

/** A quote as it is written, with whoever wrote it. */
export interface WrittenQuote {
  rating: number | null;
  text: string;
  language: string | null;
  authorName: string;
}

/** A quote as one line of text: `★★★★½ “…” — NAME`; without stars where the review is unrated. */
export function quoteLine(quote: WrittenQuote): string {
  const { rating, authorName } = quote;
  return [rating === null ? '' : stars(rating), inMarks(quote), '—', authorName]
    .filter((part) => part !== '')
    .join(' ');
}

/** Quoted words between the marks of the language they are written in. */
export function inMarks({ text, language }: Pick<WrittenQuote, 'text' | 'language'>): string {
  const [open, close] = quotationMarks(language);
  return `${open}${text}${close}`;
}

/** Stars, the words as large as they will go, who wrote them, and the film, all in the colours of its card. */
function square(card: QuoteCard): DrawnQuote {
  const { size, scale } = SQUARE;
  const side = size / scale;
  const edge = 60;
  const room = side - 2 * edge;
  const foot = side - edge;
  const { ground, ink, light } = cardColours({ ...card.film, title: '' });
  const body = bodyOf(card, { x: edge, y: edge, width: room, height: foot - 90 - edge }, { ink, light }, 60);
  const row = (y: number, height: number): Box => ({ x: edge, y, width: room, height });
  const art =
    `<path fill="${ground}" d="M0 0h${side}v${side}H0z"/>${body.drawn}` +
    `<path fill="${light}" d="M${edge} ${foot - 62}h${room}v3H${edge}z"/>` +
    filmAndSite(card, [row(foot - 45, 25), row(foot - 14, 18)], [ink, ink], 14);
  return document(art, { width: side, height: side }, scale, body.outlined);
}

/** The film's card, and the words beside it. */
function landscape(card: QuoteCard): DrawnQuote {
  const { width, height } = LANDSCAPE;
  const scale = height / HEIGHT;
  const left = WIDTH * scale + 72;
  const room = width - 64 - left;
  const foot = height - 60;
  const body = bodyOf(
    card,
    { x: left, y: 60, width: room, height: foot - 96 - 60 },
    { ink: DARK.ink, light: DARK.lamp },
    54,
  );
  const row = (y: number, high: number): Box => ({ x: left, y, width: room, height: high });
  const art =
    `<path fill="${DARK.ground}" d="M0 0h${width}v${height}H0z"/>` +
    `<g transform="scale(${scale})">${picture(card.film)}</g>${body.drawn}` +
    `<path fill="${DARK.line}" d="M${left} ${foot - 72}h${room}v2h-${room}z"/>` +
    filmAndSite(card, [row(foot - 52, 28), row(foot - 14, 24)], [DARK.ink, DARK.soft], LEAST);
  return document(art, { width, height }, 1, body.outlined);
}

function filmAndSite(card: QuoteCard, rows: [Box, Box], colours: [string, string], least: number): string {
  const said = [first(card.called), first(card.site)] as const;
  return said.map((one, at) => (one ? small(one, rows[at]!, false, colours[at]!, least) : '')).join('');
}

/** One colour on nothing, in the middle, and no higher than it has to be. */
function strip(card: QuoteCard, colour: string): DrawnQuote {
  const { width, scale } = STRIP;
  const box = { x: 24, y: 24, width: width - 48, height: 480 };
  const body = bodyOf(card, box, { ink: colour, light: colour }, 64, true);
  return document(body.drawn, { width, height: Math.ceil(body.foot + 24) }, scale, body.outlined);
}

/** Stars, words and name in a box, one below the other. */
function bodyOf(
  card: QuoteCard,
  box: Box,
  { ink, light }: { ink: string; light: string },
  star: number,
  centred = false,
): { drawn: string; foot: number; outlined: boolean } {
  const text = writable(card.text);
  const name = writable(card.name);
  const [open, close] = quotationMarks(card.language).map((mark) => mark.replace('\u202f', ' ')) as [
    string,
    string,
  ];
  const said = text ?? cleaned(card.text);
  // A narrow mark stands before the edge that the lines share.
  const hangs = !centred && /^[“„”]$/.test(open) && isOurs(`${open}${said}${close}`);
  const top = card.rating === null ? box.y : box.y + star * 1.55;
  const room = { ...box, y: top, height: box.y + box.height - top - star * 1.5 };
  const words = levelLines(`${hangs ? '' : open}${said}${close}`, room, ink, { centred });
  const mark = hangs && line(open, box.x - widthOf(open) * words.size, words.baseline, words.size, ink);
  const high = Math.min(Math.max(words.size * 0.55, star * 0.5), star * 0.8);
  const by = `—  ${name ?? cleaned(card.name)}`;
  const stands: Stands = centred ? 'middle' : RIGHT_TO_LEFT.test(said) ? 'right' : 'left';
  const row = { ...box, y: words.foot + high * 0.8, height: high };
  return {
    drawn:
      starsOf(card.rating, box, { star, colour: light, stands }) +
      words.drawn +
      (mark || '') +
      nameOf(by, row, ink, stands),
    foot: row.y + high * 1.3,
    outlined: text !== null && name !== null && isOurs(`${open}${close}`),
  };
}

/** Where a line stands in its row. */
type Stands = 'left' | 'middle' | 'right';

function starsOf(
  rating: number | null,
  box: Box,
  { star: size, colour, stands }: { star: number; colour: string; stands: Stands },
): string {
  if (rating === null) return '';
  const rest = box.width - starsWidth(rating, size);
  const x = box.x + (stands === 'left' ? 0 : stands === 'right' ? rest : rest / 2);
  return drawnStars(rating, { x, y: box.y, size, colour });
}

function nameOf(by: string, row: Box, colour: string, stands: Stands): string {
  const rest = row.width - smallWidth(by, row.height);
  if (stands !== 'middle' || rest < 0) return small(by, row, stands === 'right', colour, LEAST);
  const x = row.x + (isOurs(by) ? rest / 2 : row.width / 2);
  return line(by, x, row.y + row.height, row.height, colour, true);
}

function document(
  art: string,
  { width, height }: { width: number; height: number },
  scale: number,
  outlined: boolean,
): DrawnQuote {
  const [wide, high] = [round(width * scale), round(height * scale)];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${wide}" height="${high}">` +
    `${art}</svg>`;
  return { svg, width: wide, height: high, outlined };
}
