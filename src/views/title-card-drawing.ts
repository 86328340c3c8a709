import { type Box, round } from './title-card-line.ts';
import type { Palette } from './title-card-palettes.ts';

/** A number from 0 up to 1, the next of a series that an id decides. */
export type Chance = () => number;

/** A drawn card before its words: where they go, and on what. */
export interface Composition {
  art: string;
  title: Box;
  align: 'top' | 'middle' | 'bottom';
  capitals: boolean;
  filled: boolean;
  turns: boolean;
  /** The colour the title stands on, alone. */
  titleOn: string;
  /** The colour director and year stand on, alone. */
  creditsOn: string;
  /** The baseline of director and year. */
  creditsAt: number;
}

/** The card's size, in its own units. */
export const WIDTH = 240;
export const HEIGHT = 360;
export const EDGE = 16;
export const WIDE = WIDTH - 2 * EDGE;
export const FOOT = HEIGHT - EDGE;

export const rect = (x: number, y: number, width: number, height: number, fill: string) =>
  `<path fill="${fill}" d="M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z"/>`;
export const disc = (x: number, y: number, radius: number, fill: string) =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}"/>`;
export const shape = (fill: string, ...points: readonly (readonly [number, number])[]) =>
  `<path fill="${fill}" d="M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}z"/>`;
export const stroke = (colour: string, width: number, d: string) =>
  `<path fill="none" stroke="${colour}" stroke-width="${width}" d="${d}"/>`;
export const ground = ({ ground }: Palette) => rect(0, 0, WIDTH, HEIGHT, ground);
export const between = (chance: Chance, low: number, high: number) => low + chance() * (high - low);
export const whole = (chance: Chance, low: number, high: number) =>
  Math.floor(between(chance, low, high + 1));

/** A card whose title stands at the top, in so much height. */
export function upper(art: string, p: Palette, height: number, more: Partial<Composition> = {}): Composition {
  return {
    art: ground(p) + art,
    title: { x: EDGE, y: EDGE, width: WIDE, height },
    align: 'top',
    capitals: false,
    filled: false,
    turns: false,
    titleOn: p.ground,
    creditsOn: p.ground,
    creditsAt: FOOT,
    ...more,
  };
}

/** A card whose title stands at the bottom, from there down to the credits. */
export function lower(art: string, p: Palette, top: number, more: Partial<Composition> = {}): Composition {
  const title = { x: EDGE, y: top, width: WIDE, height: FOOT - 24 - top };
  return upper(art, p, 0, { title, align: 'bottom', ...more });
}
