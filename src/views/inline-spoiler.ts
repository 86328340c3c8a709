import { type Html, html, render, trusted } from './html.ts';

/** What hides words within a line in stored HTML: the one element with the one class beyond the allowed markup. */
const SPOILER = /<span class="spoiler">([\s\S]*?)<\/span>/g;

/**
 * Stored words with a box to tick before whatever their author hid within a line. It opens by pointer and by
 * keyboard and without a script; until then the words keep their place, and neither eye nor screen reader meets
 * them. The words stay where they were, so that the text reads as it was written.
 *
 * @param stored as the store keeps it
 * @param label what the box is called, plain text
 */
export function inlineSpoilers(stored: string, label: string): Html {
  if (!stored.includes('<span class="spoiler">')) return trusted(stored);
  const box = render(html`<input type="checkbox" autocomplete="off" aria-label="${label}">`);
  return trusted(
    stored.replace(
      SPOILER,
      (_whole, hidden: string) => `<label class="hush">${box}<span>${hidden}</span></label>`,
    ),
  );
}
