/**
 * The letters by which titles are found in a copy: small, without marks, one space between words. The index is made by
 * them and asked by them, so the page's script has this very function.
 */
export function keyOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
