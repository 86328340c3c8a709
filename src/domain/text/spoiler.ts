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

/**
 * Rendered HTML for our own pages, with a button before every inline spoiler that opens it. It works without
 * JavaScript and by keyboard: what it opens is an HTML popover, which neither eye nor screen reader meets
 * before it is opened. Text without spoilers comes back as it is.
 *
 * @param html as `renderText` made it
 * @param label the button's words, plain text
 * @param idPrefix unique on the page, e.g. the review's id; letters, digits and hyphens
 */
export function withSpoilerButtons(html: string, label: string, idPrefix: string): string {
  if (!/^[a-z0-9-]+$/i.test(idPrefix))
    throw new TypeError('An id prefix has letters, digits and hyphens only.');
  const escaped = escapeHtml(label);
  let count = 0;
  return html.replace(SPOILER, (_whole, hidden: string) => {
    count += 1;
    const id = `${idPrefix}-spoiler-${count}`;
    return (
      `<button type="button" class="spoiler-button" popovertarget="${id}">${escaped}</button>` +
      `<span class="spoiler" id="${id}" popover>${hidden}</span>`
    );
  });
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
