import { round } from './title-card-line.ts';

/** Where drawn stars stand, and how large they are: `x` and `y` are the corner above, at their beginning. */
export interface StarsPlace {
  x: number;
  y: number;
  size: number;
  colour: string;
}

/** How far each star stands from the next, in sizes of one. */
const STEP = 66 / 58;

/** A rating as so many stars; the half of one is its left. @param rating half-stars, 1–10 */
export function drawnStars(rating: number, { x, y, size, colour }: StarsPlace): string {
  let drawn = '';
  for (let at = 0; at < Math.ceil(rating / 2); at += 1) {
    const middle = x + at * size * STEP + size / 2;
    drawn += star(middle, y + size / 2, { size, colour, half: rating - at * 2 === 1 });
  }
  return drawn;
}

/** How wide the stars of a rating stand. */
export function starsWidth(rating: number, size: number): number {
  const whole = Math.ceil(rating / 2);
  return (whole - 1) * size * STEP + (rating % 2 ? size / 2 : size);
}

function star(x: number, y: number, { size, colour, half }: { size: number; colour: string; half: boolean }) {
  const points: string[] = [];
  // From the top round to the foot of the notch below, and on to the top again unless it is a half.
  for (let corner = 0; corner < (half ? 6 : 10); corner += 1) {
    const far = (size / 2) * (corner % 2 ? 0.4 : 1);
    const angle = -Math.PI / 2 - (corner * Math.PI) / 5;
    points.push(`${round(x + Math.cos(angle) * far)} ${round(y + Math.sin(angle) * far)}`);
  }
  return `<path fill="${colour}" d="M${points.join('L')}z"/>`;
}
