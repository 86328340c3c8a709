/** What an inline spoiler is in stored HTML: the one element with the one class beyond Letterboxd's markup. */
const SPOILER = /<span class="spoiler">([\s\S]*?)<\/span>/g;

/**
 * Rendered HTML with every inline spoiler replaced by a marker in the reader's language: for feeds, embeds,
 * federated posts, mail, wherever our stylesheet does not reach. Spoilers are the outermost mark of a
 * paragraph and hold no other, so each is taken out whole.
 *
 * @param html as `renderText` made it
 * @param marker plain text, e.g. `[spoiler]`
 */
export function withoutSpoilers(html: string, marker: string): string {
  const escaped = escapeHtml(marker);
  return html.replace(SPOILER, () => escaped);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
