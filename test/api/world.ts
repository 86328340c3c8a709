import { importRead, readFiles } from '../../src/interchange/import.ts';
import { fileAtHand } from '../../src/interchange/input.ts';
import type { TestSite } from '../app/site.ts';
import { addElsewhere, type Somebody } from '../app/writing.ts';
import { movie, review } from '../store/importing.ts';
import { type Asking, type Contract, type Documented, openContract, somebody, tokenOf } from './contract.ts';

/** Who asks: by a token with all their part here allows; a reader without one. */
export const ASKERS = ['reader', 'member', 'other', 'moderator', 'curator', 'owner'] as const;
export type AskerName = (typeof ASKERS)[number];

/** A site on which there is one of everything, most of it of one member's. */
export interface ApiWorld {
  api: Contract;
  people: Record<Exclude<AskerName, 'reader'>, Somebody>;
  tokens: Record<Exclude<AskerName, 'reader'>, string>;
  /** What stands in the addresses of its things. */
  params: Record<string, string>;
}

/**
 * Makes one of everything: the film by a curator, what is written by the member.
 *
 * @param signsIn whether the owner and the member have cookies too
 */
export async function openWorld(site: TestSite, signsIn = false): Promise<ApiWorld> {
  const api = await openContract(site);
  const people = {
    owner: await (signsIn ? site.signedIn('the_owner', 'owner') : somebody(site, 'the_owner', 'owner')),
    curator: await somebody(site, 'a_curator', 'curator'),
    moderator: await somebody(site, 'a_moderator', 'moderator'),
    member: await (signsIn ? site.signedIn('a_member') : somebody(site, 'a_member')),
    other: await somebody(site, 'another'),
  };
  const made = await Promise.all(
    Object.entries(people).map(async ([name, who]) => [name, await tokenOf(site, who)] as const),
  );
  const tokens = Object.fromEntries(made) as ApiWorld['tokens'];
  const curator = { token: tokens.curator };
  const member = { token: tokens.member };
  const film = await api.ask<{ slug: string; id: string }>('addFilm', {
    body: { title: 'The Third Platform', year: 1962, directors: ['Ilse Marten'] },
    ...curator,
  });
  const at = { params: { film: film.body.slug } };
  const entry = await api.ask<{ id: string }>('addEntry', { ...at, body: { text: 'Then.' }, ...member });
  const got = await api.ask('getEntry', { params: { entry: entry.body.id }, ...member });
  await api.ask('replaceEntry', {
    ...{ params: { entry: entry.body.id }, body: { text: 'Now.', rating: 8 }, ...member },
    headers: { 'if-match': got.headers.get('etag') ?? '' },
  });
  const quotable = await api.ask<{ id: string }>('addEntry', {
    ...at,
    body: { text: 'At last.' },
    ...member,
  });
  for (const id of [entry.body.id, quotable.body.id])
    await api.ask('setEntryPosters', { params: { entry: id }, body: { allowed: true }, ...member });
  const quote = await api.ask<{ id: string }>('addQuote', {
    ...{ params: { entry: quotable.body.id }, body: { passages: ['At last.'] }, ...curator },
  });
  const versions = await api.ask<{ items: { id: string }[] }>('listEntryVersions', {
    ...{ params: { entry: entry.body.id }, ...member },
  });
  const list = await api.ask<{ id: string; slug: string }>('addList', {
    ...{ body: { title: 'Trains', films: [{ film: film.body.slug }] }, ...member },
  });
  const venue = await api.ask<{ slug: string }>('addVenue', {
    ...{ body: { name: 'The Regent', timeZone: 'Europe/Lisbon' }, ...curator },
  });
  const showings = [{ day: '2026-12-04', time: '20:15' }];
  await api.ask('addScreenings', { ...at, body: { venue: venue.body.slug, showings }, ...curator });
  const shown = await api.ask<{ items: { id: string }[] }>('listFilmScreenings', at);
  const elsewhere = await addElsewhere(site, film.body.id, 'Quite wonderful.');
  await api.ask('reportEntry', { params: { entry: elsewhere }, body: { reason: 'other' } });
  const reports = await api.ask<{ items: { id: string }[] }>('listReports', { token: tokens.owner });
  const told = await api.ask<{ id: string }>('addWebhook', {
    ...{ body: { url: 'https://one.example/' }, token: tokens.owner },
  });
  const week = { name: 'week.csv', text: 'title,date,time\nThe Third Platform,2026-12-04,20:15\n' };
  const screenings = await api.ask<{ id: string }>('addScreeningImport', { body: week, ...curator });
  const form = new FormData();
  form.append('files', new File(['{}'], 'empty.jsonld'));
  const brought = await api.ask<{ id: string }>('addImport', { raw: form, ...member });
  const others = Buffer.from(JSON.stringify(movie('Night Ferry', [review('Ada', 'It rocks gently.')])));
  const { batch: here } = await importRead(
    site.site.store,
    await readFiles([fileAtHand('others.jsonld', others)]),
    {
      ...{ memberId: people.owner.memberId, visibility: 'everyone', word: 'Theirs.' },
      now: () => site.clock.now,
    },
  );
  await site.mailedLinks();
  // From here on nothing is asked of anybody outside, whatever is let.
  await site.site.work.stop();
  const params = {
    film: film.body.slug,
    entry: entry.body.id,
    version: versions.body.items[0]?.id ?? '',
    list: list.body.id,
    slug: list.body.slug,
    venue: venue.body.slug,
    screening: shown.body.items[0]?.id ?? '',
    report: reports.body.items[0]?.id ?? '',
    import: brought.body.id,
    screenings: screenings.body.id,
    here: here ?? '',
    person: 'ilse-marten',
    username: 'a_member',
    field: 'original-title',
    source: 'wikidata',
    work: list.body.id,
    picture: list.body.id,
    kind: 'poster',
    tag: 'trains',
    page: list.body.id,
    webhook: told.body.id,
    quote: quote.body.id,
  };
  return { api, people, tokens, params };
}

/** Which import is meant where it is not the one that waits to be started. */
const OTHER_IMPORTS = { '/screening-imports/': 'screenings', '/imports/{import}/uses': 'here' };

/** What an operation is asked by where nothing else is said: the things of the world, and the examples of the file. */
export function asked({ api, params }: ApiWorld, one: Documented): Asking {
  const example = one.body ? exampleOf(api, one.body) : undefined;
  const files = one.id === 'addImport' || one.id === 'addFilmLoad' || one.id === 'addPicture';
  const form = new FormData();
  form.append('files', new File(['{}'], 'empty.jsonld'));
  const query = one.parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  const [, of] = Object.entries(OTHER_IMPORTS).find(([start]) => one.path.startsWith(start)) ?? [];
  return {
    params: of ? { ...params, import: params[of] ?? '' } : params,
    query: Object.fromEntries(query.map(({ name }) => [name, 'a'])),
    ...(example === undefined ? {} : { body: withThings(example, params) }),
    ...(files ? { raw: form } : {}),
    headers: one.parameters.some(({ name }) => name === 'If-Match') ? { 'if-match': '*' } : {},
    status: 'any',
  };
}

function exampleOf({ doc }: Contract, schema: object): unknown {
  const name = (schema as { $ref?: string }).$ref?.split('/').at(-1) ?? '';
  return structuredClone(doc.components.schemas[name]?.examples?.[0]);
}

/** An example in which what is named is there. */
function withThings(example: unknown, params: Record<string, string>): unknown {
  const text = JSON.stringify(example)
    .replaceAll('the-third-platform-1962', params.film ?? '')
    .replaceAll('the-regent', params.venue ?? '');
  return JSON.parse(text);
}
