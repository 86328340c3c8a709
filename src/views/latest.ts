import { type Html, html } from './html.ts';

/** Reviews of several films in two columns, read down the first and then down the second. */
export function latestReviews(articles: readonly Html[]): Html {
  const half = Math.ceil(articles.length / 2);
  const columns = [articles.slice(0, half), articles.slice(half)].filter((column) => column.length > 0);
  return html`<div class="latest">
${columns.map((column) => html`<div>\n${column}</div>\n`)}</div>
`;
}
