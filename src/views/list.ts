import type { ListItem, ListPage, ListsPage, ShownList } from '../domain/list.ts';
import type { MemberHead } from '../domain/member.ts';
import { type Fragment, type Html, html, trusted } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { memberPageOf, pages, type Steps, spaced } from './member-head.ts';
import { smallPicture } from './picture.ts';

export interface MemberListsView extends MemberHead, ListsPage, Steps {
  url: string;
  own: boolean;
}

/** Somebody's lists. */
export function memberListsView(frame: Frame, view: MemberListsView): Html {
  const { list: w } = frame.words;
  const { member } = view;
  return memberPageOf(frame, view, 'lists', {
    title: w.listsOf(member.name),
    canonical: view.url,
    unlisted: view.first !== null,
    main: html`${view.lists.length === 0 ? html`<p class="empty">${w.nothing(member.name)}</p>\n` : shelf(frame, view.lists, false)}${pages(frame, view)}`,
  });
}

/** Everybody's lists. */
export function listsView(frame: Frame, view: ListsPage & Steps & { url: string }): Html {
  const { list: w } = frame.words;
  return layout(frame, {
    title: w.lists,
    style: 'member.css',
    canonical: view.url,
    unlisted: view.first !== null,
    main: html`<div class="head"><h1>${w.lists}</h1></div>
${view.lists.length === 0 ? html`<p class="empty">${w.nothingYet}</p>\n` : shelf(frame, view.lists, true)}${pages(frame, view)}`,
  });
}

function shelf({ words }: Frame, lists: readonly ShownList[], named: boolean): Html {
  const { list: w } = words;
  const line = (list: ShownList) => {
    const cards = list.first.map(smallPicture);
    const by = named && html` ${w.by} <bdi>${list.authorName}</bdi>`;
    return html`<li><a class="cards" href="${address(list)}" tabindex="-1" aria-hidden="true">${cards}</a><h2><a href="${address(list)}" dir="auto">${list.title}</a></h2>
<p class="soft">${w.films(list.films)}${by}${state(list, words.review)}</p></li>\n`;
  };
  return html`<ul class="shelf">
${lists.map(line)}</ul>
`;
}

export interface ListView extends MemberHead, ListPage, Steps {
  url: string;
}

/** One list: what it is, and its films in their order. */
export function listView(frame: Frame, view: ListView): Html {
  const { words } = frame;
  const { list: w } = words;
  const { list, items, member } = view;
  const facts: Fragment[] = [
    html`<span>${w.films(list.films)}</span>`,
    list.written && html`<span>${w.made(words.review.day(list.written))}</span>`,
    ...list.tags.map((tag) => html`<span class="p-category"><bdi>${tag}</bdi></span>`),
  ];
  return layout(frame, {
    title: w.titled(list.title, member.name),
    style: 'member.css',
    canonical: view.url,
    card: list.visibility === 'everyone',
    feedOf: list.visibility === 'everyone' ? `/@${member.username}/list/${list.slug}` : undefined,
    unlisted: view.first !== null || list.visibility !== 'everyone',
    main: html`<div class="head">
<p class="of">${w.listBy} <a href="/@${member.username}/lists" dir="auto">${member.name}</a></p>
<h1 dir="auto">${list.title}</h1>
<p class="facts soft">${spaced(facts)}${state(list, words.review)}</p>
${list.descriptionHtml && html`<div class="text" dir="auto">${trusted(list.descriptionHtml)}</div>\n`}</div>
${items.length === 0 ? html`<p class="empty">${w.empty}</p>\n` : films(items, view.before, list.ranked)}${pages(frame, view)}`,
  });
}

function films(items: readonly ListItem[], before: number, ranked: boolean): Html {
  const line = (item: ListItem, at: number) =>
    html`<li value="${before + at + 1}"><a href="/film/${item.slug}" tabindex="-1" aria-hidden="true">${smallPicture({ id: item.filmId, poster: item.poster })}</a><div>${ranked && html`<span class="rank">${before + at + 1}</span> `}<a href="/film/${item.slug}" dir="auto"><b>${item.title}</b></a>${item.year !== null && html` <small>${item.year}</small>`}${item.noteHtml && html`\n<div class="text" dir="auto">${trusted(item.noteHtml)}</div>`}</div></li>\n`;
  return html`<ol class="listed">
${items.map(line)}</ol>
`;
}

function state(
  { visibility }: { visibility: string },
  w: { onlyMembers: string; onlyYou: string },
): Fragment {
  if (visibility === 'members') return html` <span class="state">${w.onlyMembers}</span>`;
  return visibility === 'everyone' ? null : html` <span class="state">${w.onlyYou}</span>`;
}

function address(list: { username: string | null; slug: string }): string {
  return `/@${list.username}/list/${encodeURIComponent(list.slug)}`;
}
