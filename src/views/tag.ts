import type { MemberHead } from '../domain/member.ts';
import type { TagPage } from '../domain/tag.ts';
import { type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { memberPageOf, pages, type Steps } from './member-head.ts';
import { reviewArticle, wordlessArticle } from './review-article.ts';

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
    main: html`${others && html`<p><a href="/tag/${encodeURIComponent(view.key)}">${w.everybody}</a></p>\n`}${entriesOf(frame, view, { viewerAuthorId: own ? member.authorId : null })}`,
  });
}

/** @param theirs whose page it is; null where everybody's are shown together */
function entriesOf(frame: Frame, view: TagView, theirs: { viewerAuthorId: string | null } | null): Html {
  const { words, siteName } = frame;
  const shown = view.entries.map((entry) => {
    const film = { title: entry.filmTitle, slug: entry.filmSlug };
    const options = { words, film, siteName, named: true, byThem: theirs !== null, ...theirs };
    return entry.html === null && entry.title === null
      ? wordlessArticle(entry, options)
      : reviewArticle(entry, { ...options, folds: true });
  });
  return html`<div class="written">
${shown}</div>
${pages(frame, view)}`;
}
