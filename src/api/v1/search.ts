import { z } from 'zod';
import { GROUPS, type SearchResult, searchResult, suggestions } from '../../domain/search.ts';
import { ok, operation } from '../operation.ts';
import { sent, url, username, words } from '../schema.ts';
import { entry, entryOf } from './entry-shape.ts';
import { cardOf, filmCard, filmNamed } from './film-shape.ts';
import { listLine, listLineOf } from './list-shape.ts';
import { personCard, personOf } from './person.ts';

const memberCard = sent(
  'MemberCard',
  z.strictObject({ username, name: z.string(), url }),
  'a member, by their name',
  { username: 'ines', name: 'Ines', url: 'https://films.example/@ines' },
);

const part = <S extends z.ZodType>(item: S) =>
  z.strictObject({
    items: z.array(item),
    more: z.boolean().meta({ description: 'whether there is more of it, on a further page of this group' }),
  });

const found = sent(
  'Found',
  z.strictObject({
    q: z.string().meta({ description: 'what was looked for' }),
    films: part(filmCard),
    people: part(personCard),
    members: part(memberCard),
    lists: part(listLine),
    entries: part(z.strictObject({ entry, passage: z.string().nullable() })),
  }),
  'what was found, the likeliest to be meant first; only what everyone may see',
);

const search = operation({
  id: 'search',
  method: 'GET',
  path: '/search',
  tag: 'search',
  summary: 'look for films, people, members, lists and reviews',
  scope: null,
  limit: 'search',
  query: z.strictObject({
    q: words.meta({ description: 'what to look for: words, a year, a name' }),
    in: z.enum(GROUPS).optional().meta({ description: 'one group alone; `reviews` are entries with words' }),
    page: z
      .string()
      .regex(/^[1-9]\d?$/)
      .optional()
      .meta({ description: 'of one group; from 1' }),
  }),
  answers: { 200: { description: 'what was found', schema: found } },
  async handler({ reader, query, origin }) {
    const asked = { text: query.q, only: query.in ?? null, page: Number(query.page ?? 1) };
    return ok(foundOf(origin, await searchResult(reader, asked)));
  },
});

const suggest = operation({
  id: 'suggest',
  method: 'GET',
  path: '/search/suggestions',
  tag: 'search',
  summary: 'what may be meant by what somebody types',
  scope: null,
  limit: 'suggest',
  query: z.strictObject({ q: words.meta({ description: 'what has been typed so far' }) }),
  answers: { 200: { description: 'what may be meant', schema: found } },
  handler: async ({ reader, query, origin }) => ok(foundOf(origin, await suggestions(reader, query.q))),
});

function foundOf(origin: string, result: SearchResult): z.output<typeof found> {
  const { text, films, people, members, lists, reviews } = result;
  return {
    q: text,
    films: { items: films.found.map((one) => cardOf(origin, one)), more: films.more },
    people: { items: people.found.map((one) => personOf(origin, one)), more: people.more },
    members: {
      items: members.found.map(({ username, name }) => ({ username, name, url: `${origin}/@${username}` })),
      more: members.more,
    },
    lists: { items: lists.found.map((one) => listLineOf(origin, one)), more: lists.more },
    entries: {
      items: reviews.found.map((one) => ({
        entry: entryOf(one, { origin, film: filmNamed(one), open: false }),
        passage: one.passage,
      })),
      more: reviews.more,
    },
  };
}

export const SEARCH = [search, suggest];
