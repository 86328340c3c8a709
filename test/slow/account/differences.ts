import { type Account, type List, line } from './export.ts';
import { difference, type Shown, shownOfSource } from './markup.ts';
import type { ShownAccount } from './shown.ts';

/**
 * Every difference between what an export says and what the pages show, in both directions; none where they say
 * the same.
 */
export function differences(said: Account, shown: ShownAccount): string[] {
  const kinds = ['viewings', 'films', 'watchlist', 'wordless', 'catalogue', 'profile'] as const;
  return [
    ...kinds.flatMap((kind) => ofLines(kind, said[kind], shown[kind])),
    ...ofText('bio', said.bio, shown.bio),
    ...ofReviews(said, shown),
    ...ofLists(said, shown),
    ...ofCounts(said, shown),
  ];
}

/** Lines of which one side has more. */
function ofLines(what: string, said: readonly string[], shown: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of said) counts.set(one, (counts.get(one) ?? 0) + 1);
  for (const one of shown) counts.set(one, (counts.get(one) ?? 0) - 1);
  return [...counts].flatMap(([one, count]) =>
    count === 0 ? [] : `${what}: ${count > 0 ? 'not on the pages' : 'not in the file'}: ${one}`,
  );
}

function ofText(what: string, source: string, shown: Shown): string[] {
  const other = difference(shownOfSource(source), shown);
  return other === null ? [] : [`${what}: ${other}`];
}

function ofReviews(said: Account, shown: ShownAccount): string[] {
  const found = ofLines(
    'reviews',
    said.reviews.map(({ head }) => head),
    shown.reviews.map(({ head }) => head),
  );
  const left = [...shown.reviews];
  for (const { head, text } of said.reviews) {
    const alike = left.filter((one) => one.head === head);
    // Of several of one film and day, the words tell which is which.
    const { lines } = shownOfSource(text);
    const mine = alike.find((one) => one.text.lines === lines) ?? alike[0];
    if (!mine) continue;
    left.splice(left.indexOf(mine), 1);
    found.push(...ofText(`review ${head}`, text, mine.text));
  }
  for (const { head, whole } of shown.reviews)
    if (!whole) found.push(`review ${head}: other words among the reviews than on its own page`);
  return found;
}

function ofLists(said: Account, shown: ShownAccount): string[] {
  const titled = ({ title, head, items }: Pick<List, 'title' | 'head'> & { items: readonly unknown[] }) =>
    line(title, head, `${items.length} films`);
  const found = ofLines('lists', said.lists.map(titled), shown.lists.map(titled));
  for (const list of said.lists) {
    const there = shown.lists.find((one) => titled(one) === titled(list));
    if (!there) continue;
    found.push(...ofText(`list ${list.title}`, list.description, there.description));
    for (const [place, { film, note }] of list.items.entries()) {
      const on = there.items[place];
      if (film === on?.film) found.push(...ofText(`list ${list.title}: ${film}`, note, on.note));
      else found.push(`list ${list.title}: ${film}, and ${on?.film} on its page`);
    }
  }
  return found;
}

/** What the way through somebody's pages says there is of each. */
function ofCounts(said: Account, { counts }: ShownAccount): string[] {
  const all = {
    diary: said.viewings.length,
    films: said.films.length,
    reviews: said.reviews.length,
    lists: said.lists.length,
    watchlist: said.watchlist.length,
  };
  return Object.entries(all).flatMap(([room, count]) =>
    counts[room] === count ? [] : `${room}: ${count}, and the pages say ${counts[room]}`,
  );
}

/** In how many of an account's texts each repair was needed, by its kind. */
export function repairsIn({ reviews, lists, bio }: Account): [string, number][] {
  const texts = [
    bio,
    ...reviews.map(({ text }) => text),
    ...lists.flatMap(({ description, items }) => [description, ...items.map(({ note }) => note)]),
  ];
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const why of new Set(shownOfSource(text).repairs)) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
