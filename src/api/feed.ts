import { notFound } from '../domain/errors.ts';
import { filmFeed, listFeed, memberFeed, siteFeed } from '../domain/feed.ts';
import type { ListItem, ListLine } from '../domain/list.ts';
import { memberNamed } from '../domain/member.ts';
import { username } from '../domain/slug.ts';
import { atomFeed, type Feed, type FeedItem, fedItem, jsonFeed } from '../views/feed.ts';
import { html, trusted } from '../views/html.ts';
import { filmName } from '../views/stars.ts';
import { type LentAnswer, type LentVisit, text } from './visit.ts';

/** The two forms of a feed, by how its address ends. */
export type FeedForm = 'xml' | 'json';

/** The site's newest reviews. */
export async function showSiteFeed(visit: LentVisit, form: FeedForm): Promise<LentAnswer> {
  const { reader, words, site, origin, today } = visit;
  const entries = await siteFeed(reader, today);
  const items = entries.map((entry) => fedItem(words, origin, entry));
  return answer(visit, form, { title: words.feed.ofSite(site.name), path: '', items });
}

/** A film's reviews. */
export async function showFilmFeed(visit: LentVisit, form: FeedForm): Promise<LentAnswer> {
  const { reader, words, site, film: key, params, origin, today } = visit;
  if (!key) throw notFound('film');
  const path = `/film/${encodeURIComponent(key.slug)}`;
  if (key.slug !== params.slug) return moved(`${path}/feed.${form}`);
  const { film, entries } = await filmFeed(reader, key, today);
  const items = entries.map((entry) => fedItem(words, origin, entry));
  return answer(visit, form, { title: words.feed.ofFilm(filmName(film), site.name), path, items });
}

/** What a member sees and writes. */
export async function showMemberFeed(visit: LentVisit, form: FeedForm): Promise<LentAnswer> {
  const { reader, words, site, origin, today } = visit;
  const member = await memberOf(visit);
  const path = `/@${member.username}`;
  if (`@${member.username}` !== visit.params.handle) return moved(`${path}/feed.${form}`);
  const entries = await memberFeed(reader, member, today);
  const items = entries.map((entry) => fedItem(words, origin, entry));
  return answer(visit, form, { title: words.feed.ofMember(member.name, site.name), path, items });
}

/** The films on a member's list. */
export async function showListFeed(visit: LentVisit, form: FeedForm): Promise<LentAnswer> {
  const { reader, words, params, origin } = visit;
  const member = await memberOf(visit);
  const slug = params.slug ?? '';
  const { list, items } = await listFeed(reader, { authorId: member.authorId, slug });
  const path = `/@${member.username}/list/${encodeURIComponent(list.slug)}`;
  if (`@${member.username}` !== params.handle || slug !== list.slug) return moved(`${path}/feed.${form}`);
  const title = words.feed.ofList(list.title, list.authorName);
  const films = items.map((item) => listItem(list, item, `${origin}${path}`, origin));
  return answer(visit, form, { title, path, items: films, updated: list.updated });
}

function listItem(list: ListLine, item: ListItem, page: string, origin: string): FeedItem {
  const film = `${origin}/film/${encodeURIComponent(item.slug)}`;
  const name = filmName(item);
  return {
    url: `${page}#${encodeURIComponent(item.slug)}`,
    title: list.ranked ? `${item.position}. ${name}` : name,
    author: null,
    published: null,
    updated: list.updated,
    language: null,
    tags: [],
    original: film,
    outOfFive: null,
    words: html`<p><a href="${film}">${name}</a></p>${item.noteHtml !== null && trusted(item.noteHtml)}`,
  };
}

async function memberOf({ reader, params }: LentVisit) {
  const name = username((params.handle ?? '').replace(/^@/, ''));
  if (name === null) throw notFound('member');
  return (await memberNamed(reader, name)).member;
}

function moved(to: string): LentAnswer {
  return { kind: 'redirect', to, status: 301, cookies: [] };
}

function answer(
  { origin, words, site }: LentVisit,
  form: FeedForm,
  made: { title: string; path: string; items: FeedItem[]; updated?: number },
): LentAnswer {
  const { title, path, items } = made;
  const latest = Math.max(made.updated ?? 0, ...items.map(({ updated }) => updated));
  const feed: Feed = {
    title,
    home: `${origin}${path || '/'}`,
    atom: `${origin}${path}/feed.xml`,
    json: `${origin}${path}/feed.json`,
    language: words.language,
    updated: latest > 0 ? latest : null,
    items,
  };
  return form === 'xml'
    ? text(atomFeed(feed, site.name), 'application/atom+xml')
    : text(jsonFeed(feed), 'application/feed+json');
}
