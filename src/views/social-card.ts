import { drawnStars } from './drawn-stars.ts';
import { cardArt, cleaned, framed, wordlessArt } from './title-card.ts';
import { HEIGHT, WIDTH } from './title-card-drawing.ts';
import { type Box, isOurs, round, small } from './title-card-line.ts';
import { title as setType } from './title-card-type.ts';

/** The size of a social card in pixels, as ogp.me's readers like it. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

/** What a film brings to a social card. */
export interface PicturedFilm {
  id: string;
  title: string;
  originalTitle: string | null;
  year: number | null;
  countries: readonly string[];
  directors: readonly string[];
  /** Its poster as a JPEG, in place of its drawn card. */
  jpeg?: Uint8Array | null;
}

/**
 * What stands on a social card, from above. Each text is given in the ways it can be said, the best first; the first
 * that our letters can write is drawn, and none where they can write none.
 */
export interface SocialCard {
  /** One film whose card it leads with, or the first of several. */
  films: readonly PicturedFilm[];
  /** Half-stars; null draws none. */
  rating: number | null;
  /** What is set largest: a title, or somebody's words. */
  large: Said;
  /** Lines below it. */
  lines: readonly Said[];
  /** The site's name, or where it is. */
  site: Said;
}

/** Ways to say one thing, the best first. */
export type Said = readonly (string | null)[];

/** The auditorium of styles/tokens.css. */
export const DARK = { ground: '#14110f', ink: '#f1e8da', soft: '#b3a697', line: '#38312a', lamp: '#ffb454' };
const PICTURE = (CARD_HEIGHT * WIDTH) / HEIGHT;
const LEFT = PICTURE + 64;
const ROOM = CARD_WIDTH - 64 - LEFT;
const LINE = 46;
const FOOT = 566;
/** Small type is no smaller than that; what is longer is cut. */
const LEAST = 24;
const STAR = 58;
/** Emoji, and what ties them together. */
const PICTURES =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0e|\ufe0f|\u20e3/gu;
const SETTING = { capitals: false, filled: false, turns: false, align: 'middle', language: null } as const;

/**
 * A social card: a whole SVG document in which every letter is an outline, so that it is drawn alike on a machine
 * without a font. The only letters are those of our title cards; what they cannot write is not written at all.
 */
export function socialCard({ films, rating, large, lines, site }: SocialCard): string {
  const written = lines.flatMap((said) => first(said) ?? []);
  const top = rating === null ? 64 : 64 + STAR + 32;
  const below = FOOT - 56 - written.length * LINE;
  const words = first(large);
  const box = { x: LEFT, y: top, width: ROOM, height: below - 28 - top };
  const name = first(site);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}" width="${CARD_WIDTH}" height="${CARD_HEIGHT}">` +
    ground(0) +
    pictures(films) +
    // Over what hangs over from the picture: a frame that cuts it takes as long again to draw.
    ground(PICTURE) +
    (rating === null ? '' : drawnStars(rating, { x: LEFT, y: 64, size: STAR, colour: DARK.lamp })) +
    (words ? setType(words, box, DARK.ink, SETTING) : '') +
    written.map((said, at) => small(said, row(below + at * LINE, 34), false, DARK.soft, LEAST)).join('') +
    `<path fill="${DARK.line}" d="M${LEFT} ${FOOT - 40}h${ROOM}v2h-${ROOM}z"/>` +
    (name ? small(name, row(FOOT - 12, 30), false, DARK.lamp, LEAST) : '') +
    '</svg>'
  );
}

/**
 * A text as our letters can write it: as it is, or without the pictures and joiners in it that are no letters. Null
 * where a letter is missing, for half a name is a wrong one.
 */
export function writable(text: string): string | null {
  const whole = cleaned(text);
  if (whole !== '' && isOurs(whole)) return whole;
  const rest = whole.replace(PICTURES, ' ').replace(/ +/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(rest) && isOurs(rest) ? rest : null;
}

/** The first of the ways to say something that our letters can write; null where they can write none. */
export function first(said: Said): string | null {
  for (const way of said) {
    const written = way && writable(way);
    if (written) return written;
  }
  return null;
}

/** The ground from `x` on to the right. */
function ground(x: number): string {
  return `<path fill="${DARK.ground}" d="M${x} 0H${CARD_WIDTH}V${CARD_HEIGHT}H${x}z"/>`;
}

function row(y: number, height: number): Box {
  return { x: LEFT, y, width: ROOM, height };
}

/** The drawn card of a film, or those of the first four in a square. */
function pictures(films: readonly PicturedFilm[]): string {
  const shown = films.length < 4 ? films.slice(0, 1) : films.slice(0, 4);
  const scale = PICTURE / WIDTH / (shown.length === 1 ? 1 : 2);
  const place = (at: number) =>
    `${round((at % 2) * WIDTH * scale)} ${round(Math.floor(at / 2) * HEIGHT * scale)}`;
  const drawing = shown.length === 1 ? art : picture;
  return shown
    .map((film, at) => `<g transform="translate(${place(at)}) scale(${scale})">${drawing(film)}</g>`)
    .join('');
}

/** A film's poster or title card, cut to the shape of a card. */
export function picture(film: PicturedFilm): string {
  return film.jpeg ? art(film) : framed(art(film));
}

/** A film's poster, or its title card, as much of it as our letters can write; what is drawn may hang over its edges. */
function art(film: PicturedFilm): string {
  if (film.jpeg) {
    const data = `data:image/jpeg;base64,${Buffer.from(film.jpeg).toString('base64')}`;
    // Cut to the shape of a card: an SVG of its own cuts what hangs over.
    return `<svg width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><image href="${data}" width="${WIDTH}" height="${HEIGHT}" preserveAspectRatio="xMidYMid slice"/></svg>`;
  }
  const title = first([film.title, film.originalTitle]);
  if (!title) return wordlessArt(film);
  const directors = film.directors.flatMap((name) => writable(name) ?? []);
  return cardArt({ ...film, title, directors });
}
