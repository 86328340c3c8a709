import type { MemberPage, ShownEntry } from '../domain/member.ts';
import type { Words } from '../words/words.ts';
import { type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { reviewArticle, seen, stateOf } from './review-article.ts';
import { stars } from './stars.ts';

export interface MemberView extends MemberPage {
  /** Whether it is the viewer's own page. */
  own: boolean;
  /** The calendar date since when they are here. */
  since: string;
  /** The address of the next page; null on the last. */
  more: string | null;
  first: string | null;
  url: string;
}

/** Somebody's page: what they wrote and rated. */
export function memberView(frame: Frame, view: MemberView): Html {
  const { words, siteName } = frame;
  const { member: w } = words;
  const { member, entries, own } = view;
  const settings = own && html`<p class="doors"><a class="door" href="/settings">${w.settings}</a></p>\n`;
  const nothing = html`<p class="empty">${own ? w.nothingOwn : w.nothing(member.name)}</p>\n`;
  return layout(frame, {
    title: member.name,
    style: 'home.css',
    canonical: view.url,
    unlisted: view.first !== null,
    description: w.description(member.name, siteName),
    main: html`<div class="head h-card"><h1 class="p-name" dir="auto">${member.name}</h1> <p class="soft">@${member.username} · ${member.place && html`<span class="p-locality" dir="auto">${member.place}</span> · `}${w.since(words.review.day(view.since))}</p>
${member.bio && html`<p class="p-note" dir="auto">${member.bio}</p>\n`}${settings}</div>
${
  entries.length === 0
    ? nothing
    : html`<div class="latest">
${entries.map((entry) => (entry.html === null && entry.title === null ? wordless(entry, view, words) : written(entry, view, frame)))}</div>
`
}${pages(view, words)}`,
  });
}

function written(entry: ShownEntry, view: MemberView, { words, siteName }: Frame): Html {
  return reviewArticle(entry, {
    words,
    film: { title: entry.filmTitle, slug: entry.filmSlug },
    siteName,
    named: true,
    folds: true,
    viewerAuthorId: view.own ? view.member.authorId : null,
  });
}

/** An entry that is a rating or a date alone. */
function wordless(entry: ShownEntry, view: MemberView, words: Words): Html {
  const { review: w, member: m } = words;
  const rated =
    entry.rating !== null &&
    html`<span class="stars" role="img" aria-label="${w.outOfFive(entry.rating)}">${stars(entry.rating)}</span> `;
  const state = stateOf(entry, words);
  return html`<article class="review" id="review-${entry.id}">
<p class="of"><a href="/film/${entry.filmSlug}" dir="auto">${entry.filmTitle}</a></p>
<h2>${rated}${entry.rating === null ? m.watched : m.rated}</h2>
${state && html`<p class="caution">${state}</p>\n`}<p class="foot">${seen(entry, words)}${entry.liked === 1 && html`<span>${w.liked}</span> `}<a href="/review/${entry.id}">${m.permalink}</a>${view.own && html` <a href="/review/${entry.id}/edit">${w.edit}</a>`}</p>
</article>
`;
}

function pages(view: MemberView, { member: w }: Words): Html | '' {
  if (view.more === null && view.first === null) return '';
  return html`<nav class="pages" aria-label="${w.pages}">${view.first !== null && html`<a class="door" href="${view.first}">${w.first}</a> `}${view.more !== null && html`<a class="door" rel="next" href="${view.more}">${w.more}</a>`}</nav>
`;
}
