/** A title or a name without capitals, accents and signs, as catalogues write it differently. */
export function plainly(text: string): string {
  const bare = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  return bare.replace(/[^\p{L}\p{N}]/gu, '') || text;
}

/** Whether two catalogues can mean the same year: they differ by festivals and countries. */
export function aboutTheYear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1;
}
