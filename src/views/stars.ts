/**
 * A rating in half-stars as it is shown: 9 → `★★★★½`, 1 → `½`.
 *
 * @param rating half-stars, 1–10
 */
export function stars(rating: number): string {
  return '★'.repeat(rating >> 1) + (rating % 2 ? '½' : '');
}

/** A film as one line names it: its title, and its year in brackets when known. */
export function filmName(film: { title: string; year: number | null }): string {
  return film.year === null ? film.title : `${film.title} (${film.year})`;
}
