import { COMPOSITIONS } from './title-card-compositions.ts';
import { type Chance, HEIGHT, WIDTH } from './title-card-drawing.ts';
import { small, smallWidth } from './title-card-line.ts';
import { contrast, inkOn, inks, palettesFor } from './title-card-palettes.ts';
import { title as setTitle } from './title-card-type.ts';

/** What a card says and is drawn from. */
export interface CardFilm {
  id: string;
  title: string;
  directors: readonly string[];
  year: number | null;
  /** ISO 3166 codes of the countries of origin, the first leading. */
  countries: readonly string[];
}

/**
 * A film's drawn card, for when it has no poster: a whole SVG document of 240 by 360 units, the same for ever for
 * the same film. Latin letters are outlines, because an image loads no fonts; other scripts are text in the
 * machine's own. It is shown by `<img alt="">`, so that no word of it is read twice.
 */
export function titleCard(film: CardFilm): string {
  return framed(cardArt(film));
}

/** What is drawn on a title card, without the frame that cuts what hangs over its edges. */
export function cardArt(film: CardFilm): string {
  const { card, ink, language } = composed(film);
  const { capitals, filled, turns, align } = card;
  const words = cleaned(film.title) || '?';
  return (
    card.art +
    setTitle(words, card.title, ink.title, { capitals, filled, turns, align, language }) +
    credits(film, card.title.x > 60 ? card.title.x : 16, card.creditsAt, ink.credits)
  );
}

/** The same without a word on it, for where its title cannot be written. */
export function wordlessArt(film: CardFilm): string {
  return composed(film).card.art;
}

/** Colours that go with a film's card: a ground, type that is read on it (4.5 : 1), and a light (3 : 1). */
export function cardColours(film: CardFilm): { ground: string; ink: string; light: string } {
  const { palette } = composed(film);
  const { ground, light, second } = palette;
  const ink = inkOn(ground, palette);
  const seen = [light, second].find((colour) => contrast(colour, ground) >= 3);
  return { ground, ink, light: seen ?? ink };
}

function composed(film: CardFilm) {
  const chance = series(film.id);
  const names = [...COMPOSITIONS.keys()];
  const draw = COMPOSITIONS.get(names[Math.floor(chance() * names.length)]!)!;
  const palettes = palettesFor(film.year, film.countries);
  const palette = palettes[Math.floor(chance() * palettes.length)]!;
  const card = draw(chance, palette);
  return { card, palette, ink: inks(card, palette), language: languageOf(film.countries) };
}

/** A drawing in the size of a card, cut at its edges. */
export function framed(art: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">${art}</svg>`;
}

function credits(film: CardFilm, left: number, baseline: number, colour: string): string {
  const size = 13;
  const year = film.year === null ? '' : String(film.year);
  const directors = film.directors
    .map(cleaned)
    .filter((name) => name !== '')
    .join(', ');
  const kept = year === '' ? 0 : smallWidth(year, size) + 12;
  const box = { x: left, y: baseline - size, width: WIDTH - 16 - left, height: size };
  return (
    (directors === '' ? '' : small(directors, { ...box, width: box.width - kept }, false, colour)) +
    (year === '' ? '' : small(year, box, true, colour))
  );
}

/** Text that XML can hold, composed, without breaks or marks that turn the direction of what follows. */
export function cleaned(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\u2028\u2029\ufffe\uffff\s]+/gu, ' ')
    .replaceAll(/[\u2010\u2011]/g, '-')
    .replaceAll(/[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
}

function languageOf(countries: readonly string[]): string | null {
  for (const code of countries) {
    if (code === 'JP') return 'ja';
    if (code === 'KR') return 'ko';
    if (code === 'CN' || code === 'SG') return 'zh-Hans';
    if (code === 'TW' || code === 'HK' || code === 'MO') return 'zh-Hant';
  }
  return null;
}

/** Numbers that an id decides: FNV-1a for the seed, mulberry32 for the series. */
function series(id: string): Chance {
  let seed = 0x811c9dc5;
  for (const sign of id) seed = Math.imul(seed ^ sign.codePointAt(0)!, 0x01000193);
  seed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
