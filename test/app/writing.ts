import { parse } from 'parse5';
import { type ListInput, makeList } from '../../src/domain/list.ts';
import { seedFilm } from '../store/seed-film.ts';
import type { TestSite } from './site.ts';

interface Node {
  tagName?: string;
  nodeName: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
}

/** Somebody who is signed in on a test site. */
export type Somebody = Awaited<ReturnType<TestSite['signedIn']>>;

/** Adds a film and answers its id. */
export function addFilm(site: TestSite, slug: string, title = 'Boat', year: number | null = null) {
  return site.site.store.transact(async (writer) => {
    const id = await seedFilm(writer, { title, slug, year }, site.clock.now);
    await writer.versions.raise('films');
    return id;
  });
}

/** Makes a list of somebody's; for everyone, without order or words, unless it is said otherwise. */
export function addList(
  site: TestSite,
  authorId: string,
  list: Pick<ListInput, 'title' | 'films'> & Partial<ListInput>,
): Promise<string> {
  const rest = { description: '', ranked: false, tags: [], visibility: 'everyone', format: 'lbml' } as const;
  return site.site.store.transact((writer) =>
    makeList(writer, authorId, { ...rest, ...list }, site.clock.now),
  );
}

/** Adds a review by somebody who is no member, as an import leaves it. */
export async function addElsewhere(
  site: TestSite,
  filmId: string,
  text: string,
  more: { name?: string; rating?: number | null; link?: string | null } = {},
): Promise<string> {
  const { name = 'Ines', rating = 9, link = null } = more;
  return site.site.store.transact(async (writer) => {
    const key = `test:${filmId}:${name}:${text}`;
    const author = { name, source: 'jsonld' as const, key, place: 'Letterboxd' };
    const authorId = await writer.authors.add(author, site.clock.now);
    const facts = {
      filmId,
      authorId,
      source: 'jsonld' as const,
      key,
      link,
      place: 'Letterboxd',
      viewed: null,
      rating,
      score: null,
      liked: false,
      rewatch: false,
      venue: null,
      tags: [],
      title: null,
      language: 'en',
      spoiler: 'unknown' as const,
      visibility: 'everyone' as const,
      withheld: null,
      basis: 'permission' as const,
      counted: true,
      written: '2014-05-03',
      writtenKey: '2014-05-03/1',
      viewedKey: '9999',
    };
    const words = { format: 'plain' as const, source: text, html: `<p>${text}</p>`, text };
    const review = { ...words, length: text.length, fold: null, cut: null };
    const id = await writer.entries.add(facts, review, site.clock.now);
    await writer.marks.set({
      authorId,
      filmId,
      watched: '2014-05-03',
      liked: null,
      rating,
      rated: rating === null ? null : '2014-05-03',
      watchlist: null,
      visibility: 'everyone',
      here: false,
      counted: true,
    });
    await writer.films.reckon(filmId);
    await writer.versions.raise(filmId, 'films');
    return id;
  });
}

/** Sends the form for a new review as a member does, and answers the entry's id. */
export async function publish(
  site: TestSite,
  slug: string,
  who: Somebody,
  fields: Record<string, string>,
): Promise<string> {
  const before = new Set(await entriesOf(site, slug, who));
  const answer = await site.post(`/film/${slug}/review`, fields, { cookie: who.cookie });
  if (answer.status !== 303) throw new Error(`not published: ${answer.status}`);
  const made = (await entriesOf(site, slug, who)).filter((id) => !before.has(id));
  if (made.length !== 1) throw new Error(`${made.length} entries were made`);
  return made[0] as string;
}

/** The ids of all somebody wrote on a film and has not deleted. */
export async function entriesOf(site: TestSite, slug: string, who: Somebody): Promise<string[]> {
  const { reader } = site.site.store;
  const key = await reader.films.key(slug);
  const entries = await reader.entries.onFilm(key?.id ?? '', who.authorId);
  return entries.map((entry) => entry.id);
}

/**
 * The fields of a page's form as a browser sends them, by the path it is sent to; without its buttons.
 */
export function formOf(html: string, action: string): Record<string, string> {
  const form = find(
    parse(html) as Node,
    (node) => node.tagName === 'form' && attr(node, 'action') === action,
  );
  if (!form) throw new Error(`no form is sent to ${action}`);
  const fields: Record<string, string> = {};
  for (const control of all(form)) {
    const name = attr(control, 'name');
    if (name === null) continue;
    if (control.tagName === 'textarea') fields[name] = textOf(control);
    else if (control.tagName === 'select') {
      const options = all(control).filter((node) => node.tagName === 'option');
      const chosen = options.find((option) => attr(option, 'selected') !== null) ?? options[0];
      fields[name] = chosen ? (attr(chosen, 'value') ?? textOf(chosen)) : '';
    } else if (control.tagName === 'input') {
      const type = attr(control, 'type') ?? 'text';
      if (/^(radio|checkbox)$/.test(type) && attr(control, 'checked') === null) continue;
      fields[name] = attr(control, 'value') ?? '';
    }
  }
  return fields;
}

/** The text of a page's `main`, as `textContent` gives it, in single spaces. */
export function textOfMain(html: string): string {
  const main = find(parse(html) as Node, (node) => node.tagName === 'main');
  return main ? textOf(main).replace(/\s+/g, ' ') : '';
}

function attr(node: Node, name: string): string | null {
  return node.attrs?.find((one) => one.name === name)?.value ?? null;
}

function all(node: Node): Node[] {
  return [node, ...(node.childNodes ?? []).flatMap(all)];
}

function find(node: Node, is: (node: Node) => boolean): Node | undefined {
  return all(node).find(is);
}

function textOf(node: Node): string {
  return node.nodeName === '#text' ? (node.value ?? '') : (node.childNodes ?? []).map(textOf).join('');
}
