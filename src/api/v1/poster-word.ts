import { z } from 'zod';
import { allowOnPosters, notePosterWord, posterWordOf, setOnPosters } from '../../domain/poster-word.ts';
import { ok, operation } from '../operation.ts';
import { day, sent, taken } from '../schema.ts';
import { atEntry, mustBe } from './entry.ts';

const word = z.enum(['all', 'none', 'each']).meta({ description: '`each`: as you said of each' });

const sentWord = sent('PostersWord', z.strictObject({ word }), 'your word', { word: 'all' });

const getWord = operation({
  id: 'getPosters',
  method: 'GET',
  path: '/me/posters',
  tag: 'me',
  summary: 'whether what you wrote may be quoted on posters',
  scope: 'read',
  answers: { 200: { description: 'your word', schema: sentWord } },
  handler: async ({ reader, member }) =>
    ok({ word: (await reader.members.letsOut(mustBe(member).id, 'posters')) ?? 'each' }),
});

const setWord = operation({
  id: 'setPosters',
  method: 'PUT',
  path: '/me/posters',
  tag: 'me',
  summary: 'say whether what you wrote may be quoted on posters',
  scope: 'write',
  body: taken('PostersInput', z.strictObject({ word }), 'your word', { word: 'all' }),
  match: { of: getWord },
  answers: { 200: { description: 'your word as it is now', schema: sentWord } },
  async handler({ transact, member, body }) {
    const said = body.word === 'each' ? null : body.word;
    await transact((writer) => setOnPosters(writer, mustBe(member), said));
    return ok({ word: body.word });
  },
});

const sentEntryWord = sent(
  'EntryPosters',
  z.strictObject({
    allowed: z.boolean().meta({ description: 'by its author’s word for all they wrote, or for it alone' }),
    word: z.string().nullable().meta({ description: 'how they said yes, as a curator noted it' }),
    until: day.nullable().meta({ description: 'the last day it holds' }),
  }),
  'whether a review may be quoted on posters',
  { allowed: true, word: null, until: null },
);

const getEntryWord = operation({
  id: 'getEntryPosters',
  method: 'GET',
  path: '/entries/{entry}/posters',
  tag: 'entries',
  summary: 'whether a review may be quoted on posters',
  description: 'For its author, and for those who curate.',
  scope: 'read',
  params: atEntry,
  answers: { 200: { description: 'what was said of it', schema: sentEntryWord } },
  problems: ['not-found'],
  handler: async ({ reader, viewer, params, today }) =>
    ok(await posterWordOf(reader, params.entry, viewer, today)),
});

const setEntryWord = operation({
  id: 'setEntryPosters',
  method: 'PUT',
  path: '/entries/{entry}/posters',
  tag: 'entries',
  summary: 'say whether a review may be quoted on posters',
  description:
    'Its author says so. Of an author who is no member, those who curate note how they said yes, and until when.',
  scope: 'write',
  params: atEntry,
  body: taken(
    'EntryPostersInput',
    z.strictObject({
      allowed: z.boolean(),
      word: z.string().max(2000).optional().meta({ description: 'how they said yes, as a curator notes it' }),
      until: day.optional().meta({ description: 'the last day it holds, as a curator notes it' }),
    }),
    'whether it may',
    { allowed: true },
  ),
  match: { of: getEntryWord },
  answers: { 200: { description: 'what was said of it', schema: sentEntryWord } },
  problems: ['not-found', 'invalid'],
  async handler({ reader, transact, params, body, viewer, now, today }) {
    const { allowed, word: how = '', until = null } = body;
    const review = await reader.reviews.byId(params.entry, viewer);
    await transact((writer) =>
      review !== null && review.authorId === viewer.authorId
        ? allowOnPosters(writer, params.entry, allowed, viewer, now)
        : notePosterWord(writer, params.entry, allowed ? { word: how, until } : null, viewer, now),
    );
    return ok(await posterWordOf(reader, params.entry, viewer, today));
  },
});

export const POSTER_WORDS = [getWord, setWord, getEntryWord, setEntryWord];
