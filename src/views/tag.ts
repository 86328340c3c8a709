import type { MemberHead, ShownEntry } from '../domain/member.ts';
import type { TagPage } from '../domain/tag.ts';
import { type Fragment, type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { memberPageOf, pages, type Steps } from './member-head.ts';
import { reviewArticle, seen, stateOf } from './review-article.ts';
import { stars } from './stars.ts';

/** What the pages of a tag need beside what bears it. */
export interface TagView extends TagPage, Steps {
  url: string;
}

/** A tag by a link to its page, everybody's or a member's; one that no address can hold is said alone. */
export function tagLink(tag: string, username: string | null = null): Html {
  const address = encodeURIComponent(tag.toWellFormed().toLowerCase());
  if (/^\.{0,2}$/.test(address)) return html`<bdi class="p-category">${tag}</bdi>`;
  const path = username === null ? '/tag' : `/@${username}/tag`;
  return html`<a class="p-category" href="${path}/${address}" dir="auto">${tag}</a>`;
}

/** What everybody wrote under a tag. */
export function tagView(frame: Frame, view: TagView): Html {
  const { tag: w } = frame.words;
  return layout(frame, {
    title: w.title(view.tag),
    style: 'member.css',
    canonical: view.url,
    unlisted: view.first !== null,
    description: w.description(view.tag),
    main: html`<div class="head"><h1>${w.title(view.tag)}</h1></div>
${entriesOf(frame, view, null)}`,
  });
}

/** What somebody wrote under a tag. */
export function memberTagView(frame: Frame, view: TagView & MemberHead & { own: boolean }): Html {
  const { tag: w } = frame.words;
  const { member, own } = view;
  const others = view.entries.some((one) => one.visibility === 'everyone' && one.withheld === null);
  return memberPageOf(frame, view, null, {
    title: w.titleOf(view.tag, member.name),
    canonical: view.url,
    unlisted: true,
    heading: w.title(view.tag),
    main: html`${others && html`<p><a href="/tag/${encodeURIComponent(view.key)}">${w.everybody}</a></p>\n`}${entriesOf(frame, view, own ? member.authorId : null)}`,
  });
}

function entriesOf(frame: Frame, view: TagView, viewerAuthorId: string | null): Html {
  const shown = view.entries.map((entry) =>
    entry.html === null && entry.title === null
      ? wordless(frame, entry)
      : reviewArticle(entry, {
          words: frame.words,
          film: { title: entry.filmTitle, slug: entry.filmSlug },
          siteName: frame.siteName,
          named: true,
          folds: true,
          viewerAuthorId,
        }),
  );
  return html`<div class="written">
${shown}</div>
${pages(frame, view)}`;
}

/** An entry that is a rating or a date alone. */
function wordless({ words }: Frame, entry: ShownEntry): Html {
  const { review: w, tag: t, member: m } = words;
  const rated: Fragment =
    entry.rating !== null &&
    html`<span class="stars" role="img" aria-label="${w.outOfFive(entry.rating)}">${stars(entry.rating)}</span> `;
  const state = stateOf(entry, words);
  const name = entry.username
    ? html`<a dir="auto" href="/@${entry.username}">${entry.authorName}</a>`
    : html`<bdi>${entry.authorName}</bdi>`;
  return html`<article class="review" id="review-${entry.id}">
<p class="of"><a href="/film/${entry.filmSlug}" dir="auto">${entry.filmTitle}</a></p>
<h2>${rated}${entry.rating === null ? t.seenBy : t.ratedBy} ${name}</h2>
${state && html`<p class="caution">${state}</p>\n`}<p class="foot">${seen(entry, words)}${entry.liked === 1 && html`<span>${w.liked}</span> `}<a href="/review/${entry.id}">${m.permalink}</a></p>
</article>
`;
}
