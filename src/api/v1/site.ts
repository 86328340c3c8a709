import { z } from 'zod';
import { safeLink } from '../../domain/author.ts';
import { invalid } from '../../domain/errors.ts';
import { filmAsked } from '../../domain/film.ts';
import { renameMember } from '../../domain/member.ts';
import { saveProfile } from '../../domain/profile.ts';
import { setSite } from '../../domain/site.ts';
import { revokeToken } from '../../domain/token.ts';
import { LANGUAGES } from '../../words/words.ts';
import { type Call, done, ok, operation } from '../operation.ts';
import { instant, instantOf, key, language, sent, taken, url } from '../schema.ts';
import { mustBe } from './entry.ts';
import { member, memberBody } from './member.ts';

const settings = {
  newcomers: z.boolean().meta({ description: 'whether anybody may write, and not members alone' }),
  firstReviewWaits: z
    .boolean()
    .meta({ description: 'whether a new author’s first review waits for the owner' }),
  reviewsOnFilmPage: z.int().min(1).max(20),
  timeZone: z
    .string()
    .max(100)
    .meta({ description: 'IANA; what “today” means', examples: ['Europe/Lisbon'] }),
  language: language.meta({ description: 'in which the site speaks where a reader asks for none it knows' }),
};
/** What its robots.txt asks of programs. */
const robots = {
  search: z.boolean().meta({ description: 'whether search engines are asked in' }),
  training: z.boolean().meta({ description: 'whether programs may train on what is written here' }),
};

const site = sent(
  'Site',
  z.strictObject({
    name: z.string(),
    url,
    software: z.literal('houselights'),
    films: z.int().meta({ description: 'how many films there are' }),
    today: z.string().meta({ description: 'the calendar date where the site is' }),
    ...settings,
    ...robots,
  }),
  'this site',
);

const getSite = operation({
  id: 'getSite',
  method: 'GET',
  path: '/site',
  tag: 'site',
  summary: 'this site',
  scope: null,
  answers: { 200: { description: 'the site', schema: site } },
  handler: async (call) => ok(await siteBody(call)),
});

const setSettings = operation({
  id: 'replaceSite',
  method: 'PUT',
  path: '/site',
  tag: 'site',
  summary: 'set the site’s name and settings',
  scope: 'admin',
  who: 'owner',
  body: taken(
    'SiteInput',
    z.strictObject({
      name: z.string().max(1000),
      ...settings,
      search: robots.search.optional(),
      training: robots.training.optional(),
    }),
    'the name and settings; what programs are asked stays as it is unless said',
    {
      name: 'The Regent',
      newcomers: true,
      firstReviewWaits: false,
      reviewsOnFilmPage: 5,
      timeZone: 'Europe/Lisbon',
      language: 'en',
    },
  ),
  match: { of: getSite, must: true },
  answers: { 200: { description: 'the site as it is now', schema: site } },
  problems: ['invalid'],
  async handler(call) {
    const { transact, body, viewer, now } = call;
    const { search, training } = call.site.settings;
    const { name, ...chosen } = {
      ...body,
      search: body.search ?? search,
      training: body.training ?? training,
    };
    if (!Object.hasOwn(LANGUAGES, chosen.language)) throw invalid('language');
    await transact((writer) => setSite(writer, { name, settings: chosen }, viewer, now));
    return ok(await siteBody({ ...call, site: await call.reader.site.get() }));
  },
});

/** The site as a GET of it answers. */
async function siteBody({
  reader,
  site: of,
  origin,
  today,
}: Pick<Call, 'reader' | 'site' | 'origin' | 'today'>) {
  const { newcomers, firstReviewWaits, reviewsOnFilmPage, timeZone, language, search, training } =
    of.settings;
  return {
    name: of.name,
    url: origin,
    software: 'houselights' as const,
    films: await reader.films.count(),
    today,
    ...{ newcomers, firstReviewWaits, reviewsOnFilmPage, timeZone, language, search, training },
  } satisfies z.output<typeof site>;
}

const me = sent(
  'Me',
  z.strictObject({
    member,
    bioText: z.string().meta({ description: 'what you say of yourself, as you wrote it' }),
    token: z.strictObject({ name: z.string(), scopes: z.array(z.string()), created: instant }),
  }),
  'you, and the token you ask by',
);

const getMe = operation({
  id: 'getMe',
  method: 'GET',
  path: '/me',
  tag: 'me',
  summary: 'who you are here, and what your token allows',
  scope: 'read',
  answers: { 200: { description: 'you', schema: me } },
  handler: async (call) => ok(await meBody(call)),
});

const rename = operation({
  id: 'setName',
  method: 'PUT',
  path: '/me/name',
  tag: 'me',
  summary: 'take another name',
  scope: 'write',
  body: taken('NameInput', z.strictObject({ name: z.string().max(1000) }), 'a name, in any script', {
    name: 'Ines',
  }),
  match: { of: getMe },
  answers: { 200: { description: 'you as you are now', schema: me } },
  problems: ['invalid'],
  async handler(call) {
    const own = mustBe(call.member);
    await call.transact((writer) => renameMember(writer, own, call.body.name));
    return ok(await meBody(call));
  },
});

const saveAbout = operation({
  id: 'replaceProfile',
  method: 'PUT',
  path: '/me/profile',
  tag: 'me',
  summary: 'say who you are',
  description: 'Replaces all of it.',
  scope: 'write',
  body: taken(
    'ProfileInput',
    z.strictObject({
      bio: z.string().max(10_000).optional(),
      location: z.string().max(100).optional(),
      website: z.string().max(2000).optional(),
      pronoun: z.string().max(40).optional(),
      favourites: z.array(key).max(4).optional().meta({ description: 'films, by slug or id' }),
    }),
    'what somebody says of themselves; what is left out is not said',
    { bio: 'Sits in row four.', location: 'Lisbon', favourites: ['the-third-platform-1962'] },
  ),
  match: { of: getMe },
  answers: { 200: { description: 'you as you are now', schema: me } },
  problems: ['invalid', 'not-found'],
  async handler(call) {
    const { reader, transact, body, now } = call;
    const own = mustBe(call.member);
    const films: string[] = [];
    for (const asked of body.favourites ?? []) films.push((await filmAsked(reader, asked, now)).id);
    const line = (text = '') => text.replace(/\s+/gu, ' ').trim() || null;
    const input = {
      bio: body.bio ?? '',
      format: 'lbml' as const,
      location: line(body.location),
      website: addressIn(body.website ?? ''),
      pronoun: line(body.pronoun),
      favourites: [...new Set(films)],
    };
    await transact(async (writer) => {
      await saveProfile(writer, own.authorId, input, now);
      await writer.versions.raise(own.id);
    });
    return ok(await meBody(call));
  },
});

function addressIn(text: string): string | null {
  if (text.trim() === '') return null;
  const link = safeLink(text);
  if (link === null) throw invalid('website');
  return link;
}

const endToken = operation({
  id: 'endToken',
  method: 'DELETE',
  path: '/me/token',
  tag: 'me',
  summary: 'end the token you ask by, when it is needed no more',
  description:
    'Others are ended in the settings alone, so that a token that was stolen ends none but itself.',
  scope: 'read',
  match: { of: getMe },
  answers: { 204: { description: 'it holds no longer' } },
  async handler({ transact, member, token }) {
    await transact((writer) => revokeToken(writer, mustBe(member), token?.id ?? ''));
    return done;
  },
});

/** Whoever asks, as a GET of them answers. */
async function meBody(call: Pick<Call, 'reader' | 'viewer' | 'origin' | 'member' | 'token'>) {
  const own = mustBe(call.member);
  const present = (await call.reader.members.byId(own.id)) ?? own;
  const { bio } = await call.reader.profiles.of(own.authorId);
  const { name = '', scopes = [], created = 0 } = call.token ?? {};
  return {
    member: await memberBody(call, present),
    bioText: bio?.source ?? '',
    token: { name, scopes, created: instantOf(created) },
  } satisfies z.output<typeof me>;
}

export const SITE = [getSite, setSettings];
export const ME = [getMe, rename, saveAbout, endToken];
