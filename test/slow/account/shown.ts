import { type Account, filmName, type List, line, rated } from './export.ts';
import { type Shown, shownOfPage } from './markup.ts';
import { attribute, type Browser, type Node, nodesIn, within, wordsOf } from './page.ts';

/** What pages show of an account, each text with what is seen of it. */
export interface ShownAccount extends Omit<Account, 'reviews' | 'lists' | 'bio'> {
  reviews: { head: string; text: Shown; whole: boolean }[];
  lists: (Omit<List, 'description' | 'items'> & {
    description: Shown;
    items: { film: string; note: Shown }[];
  })[];
  bio: Shown;
  /** What the way through somebody's pages says there is of each. */
  counts: Record<string, number>;
}

const NOTHING: Shown = { lines: '', letters: '' };

/** Reads a member's pages as somebody without an account does; `own` reads them as the member. */
export async function accountShown(reader: Browser, own: Browser, username: string): Promise<ShownAccount> {
  const at = `/@${username}`;
  const profile = await reader.open(at);
  return {
    viewings: (await reader.all(`${at}/diary`)).flatMap(viewingsOn),
    films: (await reader.all(`${at}/films`)).flatMap((page) => filmsOn(page, true)),
    watchlist: (await reader.all(`${at}/watchlist`)).flatMap((page) => filmsOn(page, false)),
    reviews: await reviewsOf(reader, `${at}/reviews`),
    wordless: await wordlessOf(own, `${at}/reviews`),
    lists: await listsOf(reader, `${at}/lists`),
    profile: [...factsOn(profile), ...favouritesOn(profile)],
    bio: shownIn(within(profile, 'div.p-note')),
    catalogue: (await reader.all('/films')).flatMap((page) => filmsOn(page, false)),
    counts: countsOn(profile),
  };
}

function shownIn(texts: readonly Node[]): Shown {
  return texts.length === 0 ? NOTHING : shownOfPage(texts);
}

/** A rating by what is read out for its stars. */
function ratingIn(node: Node): string {
  const spoken = attribute(within(node, 'span.stars')[0], 'aria-label') ?? '';
  const [, whole = '', half = ''] = /^(\d*)(½?) out of 5 stars$/.exec(spoken) ?? [];
  return rated(Number(whole) * 2 + (half === '' ? 0 : 1));
}

function yearIn(node: Node): string {
  return (
    within(node, 'small')
      .map(wordsOf)
      .find((words) => /^\d{4}$/.test(words)) ?? ''
  );
}

function nameIn(node: Node, link: string): string {
  return filmName(wordsOf(within(node, link)[0]), yearIn(node));
}

function tagsIn(node: Node): string {
  const tags = within(node, 'span.p-category').map(wordsOf);
  return tags.length === 0 ? '' : `tags ${tags.join(', ')}`;
}

function viewingsOn(page: Node): string[] {
  return within(page, 'ol.viewings').flatMap((list) =>
    within(list, 'li').map((one) => {
      const foot = within(one, 'span.foot')[0] as Node;
      const told = nodesIn(foot).filter(({ nodeName }) => nodeName !== '#text');
      const others = told
        .filter((node) => attribute(node, 'class') !== 'p-category')
        .map(wordsOf)
        .map((words) => ({ 'Seen again': 'again', Review: 'words', Entry: '' })[words] ?? words);
      const day = attribute(within(one, 'time')[0], 'datetime') ?? '';
      const [again, words] = [others.includes('again') && 'again', others.includes('words') && 'words'];
      const strange = others.filter((other) => !['again', 'words', ''].includes(other));
      return line(day, nameIn(one, 'b'), ratingIn(one), again, tagsIn(foot), words, ...strange);
    }),
  );
}

function filmsOn(page: Node, marked: boolean): string[] {
  return within(page, 'ul.wall').flatMap((wall) =>
    within(wall, 'li').map((one) => {
      const liked = within(one, 'small').some((small) => wordsOf(small) === 'Liked');
      return line(nameIn(one, 'b'), marked && ratingIn(one), marked && liked && 'liked');
    }),
  );
}

async function reviewsOf(browser: Browser, path: string): Promise<ShownAccount['reviews']> {
  const shown: ShownAccount['reviews'] = [];
  for (const page of await browser.all(path))
    for (const article of within(page, 'article.review')) {
      const film = wordsOf(within(article, 'h2.of')[0]);
      const id = attribute(article, 'id')?.replace('review-', '') ?? '';
      const single = await browser.open(`/review/${id}`);
      const own = within(single, 'article.review')[0] as Node;
      const [before, after] = [headOf(article, film), headOf(own, film)];
      if (before !== after) throw new Error(`${before} on a page of reviews, ${after} on its own.`);
      const filmLine = wordsOf(within(single, 'p.of')[0] ?? within(single, 'p')[0]);
      const year = /\((\d{4})\)$/.exec(filmLine)?.[1] ?? yearIn(single);
      const name = filmName(film, year);
      const text = shownOfPage(within(own, 'div.text'));
      const among = shownOfPage(within(article, 'div.text'));
      const cut = within(article, 'p.onward').length > 0;
      shown.push({
        head: line(name, ratingIn(own), seenOn(own), tagsIn(single), writtenOn(own)),
        text,
        whole: cut ? text.letters.startsWith(among.letters) : text.lines === among.lines,
      });
    }
  return shown;
}

function headOf(article: Node, film: string): string {
  return line(film, ratingIn(article), seenOn(article), writtenOn(article));
}

function seenOn(article: Node): string {
  const foot = within(article, 'p.foot')[0] as Node;
  const said = within(foot, 'span').find((span) => /^Seen/.test(wordsOf(span)));
  if (!said) return '';
  const day = attribute(within(said, 'time')[0], 'datetime') ?? '';
  return line(`seen ${day}`, wordsOf(said).startsWith('Seen again') && 'again');
}

function writtenOn(article: Node): string {
  const said = wordsOf(within(article, 'p.before')[0]);
  return `written ${/^First written on Letterboxd, (.+)$/.exec(said)?.[1] ?? said}`;
}

/** Entries that only their author finds: without words, and without a day in the diary. */
async function wordlessOf(own: Browser, path: string): Promise<string[]> {
  const found: string[] = [];
  for (const page of await own.all(path))
    for (const article of within(page, 'article.review')) {
      if (within(article, 'div.text').length > 0 || seenOn(article) !== '') continue;
      const id = attribute(article, 'id')?.replace('review-', '');
      const single = await own.open(`/review/${id}`);
      found.push(line(nameIn(single, 'b'), ratingIn(article), tagsIn(single)));
    }
  return found;
}

async function listsOf(browser: Browser, path: string): Promise<ShownAccount['lists']> {
  const lists: ShownAccount['lists'] = [];
  for (const shelf of await browser.all(path))
    for (const heading of within(shelf, 'h2')) {
      const link = within(heading, 'a')[0];
      const pages = await browser.all(attribute(link, 'href') ?? '');
      const [first] = pages;
      const head = within(first as Node, 'div.head')[0] as Node;
      const made = /Made (\d.*?\d{4})/.exec(wordsOf(within(head, 'p.facts')[0]))?.[1] ?? '';
      lists.push({
        title: wordsOf(within(head, 'h1')[0]),
        head: line(tagsIn(head), `made ${made}`),
        description: shownIn(within(head, 'div.text')),
        items: pages.flatMap((page) =>
          within(page, 'ol.listed').flatMap((list) =>
            within(list, 'li').map((one) => ({
              film: line(attribute(one, 'value') ?? '', nameIn(one, 'b')),
              note: shownIn(within(one, 'div.text')),
            })),
          ),
        ),
      });
    }
  return lists;
}

function factsOn(page: Node): string[] {
  const [facts] = within(page, 'p.facts');
  if (!facts) return [];
  return nodesIn(facts)
    .filter(({ nodeName }) => nodeName === 'span')
    .map((node) => attribute(within(node, 'a')[0], 'href') ?? wordsOf(node))
    .filter((words) => !words.startsWith('@') && !words.startsWith('Here since'));
}

function favouritesOn(page: Node): string[] {
  const section = within(page, 'section').find((one) => attribute(one, 'aria-labelledby') === 'favourites');
  return section ? filmsOn(section, false) : [];
}

function countsOn(page: Node): Record<string, number> {
  const [rooms] = within(page, 'nav.tabs');
  if (!rooms) return {};
  const count = (one: Node) => Number(wordsOf(within(one, 'small')[0]).replace(/\D/g, ''));
  return Object.fromEntries(
    within(rooms, 'li').map((one) => [wordsOf(within(one, 'a')[0]).toLowerCase(), count(one)]),
  );
}
