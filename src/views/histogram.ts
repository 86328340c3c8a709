import { type Html, html, trusted } from './html.ts';

/** How many gave each rating: index 0 is half a star, index 9 five stars. */
export type RatingCounts = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

const STEP = 30;
const BAR = 27;
const HEIGHT = 40;

/**
 * The ratings as ten bars in the colour of the text around them, the fullest as high as the picture; a rating
 * nobody gave is a hairline. Drawn as one path, without words in it.
 *
 * @param counts people per half-star, each 0 or more
 * @param label the same in words, for whoever hears the page
 */
export function histogram(counts: RatingCounts, label: string): Html {
  const most = Math.max(...counts, 1);
  const bars = counts.map((count, at) => {
    const high = count === 0 ? 1 : Math.max(2, Math.round((count / most) * HEIGHT));
    return `M${at * STEP} ${HEIGHT - high}h${BAR}v${high}h-${BAR}z`;
  });
  return html`<svg class="bars" viewBox="0 0 ${9 * STEP + BAR} ${HEIGHT}" role="img" aria-label="${label}"><path fill="currentColor" d="${trusted(bars.join(''))}"/></svg>`;
}
