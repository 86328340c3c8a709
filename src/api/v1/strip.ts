import { z } from 'zod';
import { decideHostPage, setStripSites, stripDesk } from '../../domain/host-page.ts';
import { setLetsOut } from '../../domain/strip.ts';
import { type Call, ok, operation } from '../operation.ts';
import { id, instant, instantOf, sent, taken, url } from '../schema.ts';
import { mustBe } from './entry.ts';
import { cardOf, filmCard } from './film-shape.ts';

const word = z
  .enum(['all', 'none', 'each'])
  .meta({ description: '`each`: as was said of each when it was brought' });

const sentWord = sent('StripsWord', z.strictObject({ word }), 'your word', { word: 'none' });

const getWord = operation({
  id: 'getStrips',
  method: 'GET',
  path: '/me/strips',
  tag: 'me',
  summary: 'whether what you wrote may stand in strips on other sites',
  scope: 'read',
  answers: { 200: { description: 'your word', schema: sentWord } },
  handler: async ({ reader, member }) =>
    ok({ word: (await reader.members.letsOut(mustBe(member).id, 'strips')) ?? 'each' }),
});

const setWord = operation({
  id: 'setStrips',
  method: 'PUT',
  path: '/me/strips',
  tag: 'me',
  summary: 'say whether what you wrote may stand in strips on other sites',
  scope: 'write',
  body: taken('StripsInput', z.strictObject({ word }), 'your word', { word: 'none' }),
  match: { of: getWord },
  answers: {
    200: { description: 'your word as it is now', schema: sentWord },
  },
  async handler({ transact, member, body }) {
    const said = body.word === 'each' ? null : body.word;
    await transact((writer) => setLetsOut(writer, mustBe(member), said));
    return ok({ word: body.word });
  },
});

const desk = sent(
  'StripDesk',
  z.strictObject({
    sites: z
      .array(z.string())
      .meta({ description: 'the sites that may show strips; all, where none is named' }),
    waiting: z
      .array(z.strictObject({ id, address: url, candidates: z.array(filmCard), since: instant }))
      .meta({ description: 'pages elsewhere of which it is not known which film they mean' }),
    decided: z.array(z.strictObject({ id, address: url, film: filmCard.nullable() })),
  }),
  'strips on other sites: where they may be, and which films pages there mean',
);

const getDesk = operation({
  id: 'getStripDesk',
  method: 'GET',
  path: '/desk/strips',
  tag: 'desk',
  summary: 'where strips may be shown, and pages that wait',
  scope: 'admin',
  who: 'owner',
  answers: { 200: { description: 'how things stand', schema: desk } },
  handler: async (call) => ok(await deskBody(call)),
});

const setSites = operation({
  id: 'setStripSites',
  method: 'PUT',
  path: '/desk/strips/sites',
  tag: 'desk',
  summary: 'say on which sites strips may be shown',
  description: 'None means every site.',
  scope: 'admin',
  who: 'owner',
  body: taken(
    'SitesInput',
    z.strictObject({ sites: z.array(z.string().max(300)).max(100) }),
    'sites, by origin',
    {
      sites: ['https://regent.example'],
    },
  ),
  match: { of: getDesk },
  answers: { 200: { description: 'how things stand now', schema: desk } },
  problems: ['invalid'],
  async handler(call) {
    const { transact, body, viewer, now } = call;
    await transact((writer) => setStripSites(writer, body.sites.join('\n'), viewer, now));
    return ok(await deskBody(call));
  },
});

const decide = operation({
  id: 'decideHostPage',
  method: 'PUT',
  path: '/desk/strips/pages/{page}',
  tag: 'desk',
  summary: 'say which film a page elsewhere means',
  scope: 'admin',
  who: 'owner',
  params: z.object({ page: id }),
  body: taken(
    'HostPageInput',
    z.strictObject({
      film: z
        .string()
        .min(1)
        .max(300)
        .meta({ description: 'a slug or an id; `none`, or `again` to be asked anew' }),
    }),
    'a film',
    { film: 'the-third-platform-1962' },
  ),
  match: { of: getDesk },
  answers: { 200: { description: 'how things stand now', schema: desk } },
  problems: ['not-found'],
  async handler(call) {
    const { transact, params, body, viewer, now } = call;
    await transact((writer) => decideHostPage(writer, params.page, body.film, viewer, now));
    return ok(await deskBody(call));
  },
});

async function deskBody({ reader, origin }: Pick<Call, 'reader' | 'origin'>): Promise<z.output<typeof desk>> {
  const { waiting, decided } = await stripDesk(reader);
  const { stripSites = [] } = (await reader.site.get()).settings;
  return {
    sites: [...stripSites],
    waiting: waiting.map(({ id, address, candidates, created }) => ({
      ...{ id, address, since: instantOf(created) },
      candidates: candidates.map((film) => cardOf(origin, film)),
    })),
    decided: decided.map(({ id, address, film }) => ({ id, address, film: film && cardOf(origin, film) })),
  };
}

export const STRIPS = [getWord, setWord, getDesk, setSites, decide];
