import { z } from 'zod';
import { deleteEntry, restoreEntry } from '../../domain/deletion.ts';
import {
  checkEntry,
  type EntryInput,
  editEntry,
  editStamp,
  firstWaits,
  inputOf,
  writeEntry,
} from '../../domain/entry.ts';
import { invalid, notFound } from '../../domain/errors.ts';
import type { Member, Reader } from '../../domain/reader.ts';
import { settleSpoiler, shown } from '../../domain/review.ts';
import { reviewPage } from '../../domain/reviews.ts';
import { cleanLine } from '../../domain/text/characters.ts';
import { daysLater } from '../../domain/zoned-time.ts';
import { type Call, created, done, ok, operation } from '../operation.ts';
import { ApiProblem } from '../problem.ts';
import { day, id, language, rating, taken, visibility } from '../schema.ts';
import { entry, entryOf, ownText, spoilers } from './entry-shape.ts';
import { atFilm } from './film.ts';

export const atEntry = z.object({ entry: id });

const said = {
  rating: rating.nullable().optional(),
  liked: z.boolean().optional(),
  viewed: day.nullable().optional(),
  rewatch: z.boolean().optional(),
  tags: z.array(z.string().max(1000)).max(200).optional(),
  title: z.string().max(2000).nullable().optional(),
  text: z.string().max(1_000_000).optional().meta({
    description:
      'the words; Letterboxd’s tags are markup, and what stands between `||` is hidden until opened',
  }),
  format: z.enum(['plain', 'lbml', 'markdown']).optional().meta({ description: '`lbml` unless said' }),
  spoiler: z.boolean().optional().meta({ description: 'whether the words tell the story' }),
  language: language.nullable().optional().meta({ description: 'guessed where it is not said' }),
  visibility: visibility.optional().meta({ description: '`everyone` unless said' }),
};

const newEntry = taken(
  'EntryInput',
  z.strictObject(said),
  'what somebody says of a film on one occasion; what is left out is not said',
  { rating: 9, viewed: '2026-11-25', text: 'The last train waits for <i>nobody</i>.', tags: ['35mm'] },
);

const writeOne = operation({
  id: 'addEntry',
  method: 'POST',
  path: '/films/{film}/entries',
  tag: 'entries',
  summary: 'write about a film: a diary entry, a rating, a review',
  description: 'The same words sent again within ten minutes are one entry, which is answered again.',
  scope: 'write',
  params: atFilm,
  body: newEntry,
  answers: { 201: { description: 'the entry', schema: entry } },
  problems: ['not-found', 'invalid'],
  async handler(call) {
    const { transact, params, body, site } = call;
    const film = await call.film(params.film);
    const input = inputFrom(body, call.today);
    const member = mustBe(call.member);
    const made = await transact(async (writer) => {
      const waits = await firstWaits(writer, site.settings, member);
      return writeEntry(writer, film.id, input, { ...writing(call), waits });
    });
    return created(`/entries/${made}`, await entryBody(call, made));
  },
});

export const getEntry = operation({
  id: 'getEntry',
  method: 'GET',
  path: '/entries/{entry}',
  tag: 'entries',
  summary: 'one entry',
  scope: null,
  params: atEntry,
  query: z.strictObject({ spoilers }),
  answers: { 200: { description: 'the entry', schema: entry } },
  problems: ['not-found', 'gone'],
  kept: 'catalogue',
  handler: async (call) => ok(await entryBody(call, call.params.entry, call.query.spoilers === 'open')),
});

const changeEntry = operation({
  id: 'replaceEntry',
  method: 'PUT',
  path: '/entries/{entry}',
  tag: 'entries',
  summary: 'say something else in one’s own entry',
  description:
    'Replaces all of it; how it was before is kept for its author. Words keep the format they have.',
  scope: 'write',
  params: atEntry,
  body: newEntry,
  match: { of: getEntry, must: true },
  answers: { 200: { description: 'the entry as it is now', schema: entry } },
  problems: ['not-found', 'invalid', 'gone'],
  async handler(call) {
    await edit(call, call.params.entry, (before) => {
      const input = inputFrom(call.body, call.today);
      // What nobody has settled yet is not settled by saying something else.
      const open = before.spoiler === 'unknown' && call.body.spoiler === undefined;
      return open ? { ...input, spoiler: 'unknown' } : input;
    });
    return ok(await entryBody(call, call.params.entry));
  },
});

const sayLanguage = operation({
  id: 'setEntryLanguage',
  method: 'PUT',
  path: '/entries/{entry}/language',
  tag: 'entries',
  summary: 'say in what language one’s own words are',
  scope: 'write',
  params: atEntry,
  body: taken('LanguageInput', z.strictObject({ language }), 'a language', { language: 'pt-BR' }),
  match: { of: getEntry },
  answers: { 200: { description: 'the entry as it is now', schema: entry } },
  problems: ['not-found', 'invalid', 'gone'],
  async handler(call) {
    await edit(call, call.params.entry, (before) => ({
      ...before,
      language: languageIn(call.body.language),
    }));
    return ok(await entryBody(call, call.params.entry));
  },
});

const saySpoiler = operation({
  id: 'setEntrySpoiler',
  method: 'PUT',
  path: '/entries/{entry}/spoiler',
  tag: 'entries',
  summary: 'say whether an entry’s words tell the story',
  description: 'Its author may, and whoever looks after the site.',
  scope: 'write',
  params: atEntry,
  body: taken('SpoilerInput', z.strictObject({ tells: z.boolean() }), 'whether it tells the story', {
    tells: true,
  }),
  match: { of: getEntry },
  answers: { 200: { description: 'the entry as it is now', schema: entry } },
  problems: ['not-found', 'gone'],
  async handler(call) {
    const { transact, params, body, viewer, now } = call;
    await transact((writer) => settleSpoiler(writer, params.entry, body.tells, viewer, now));
    return ok(await entryBody(call, params.entry));
  },
});

const removeEntry = operation({
  id: 'deleteEntry',
  method: 'DELETE',
  path: '/entries/{entry}',
  tag: 'entries',
  summary: 'take one’s own entry away',
  description: 'It can be brought back for thirty days; then it is gone for good.',
  scope: 'write',
  params: atEntry,
  match: { of: getEntry },
  answers: { 204: { description: 'it is away' } },
  problems: ['not-found', 'gone'],
  async handler(call) {
    const { transact, params } = call;
    await transact((writer) => deleteEntry(writer, params.entry, writing(call)));
    return done;
  },
});

const bringBack = operation({
  id: 'restoreEntry',
  method: 'POST',
  path: '/entries/{entry}/restoration',
  tag: 'entries',
  summary: 'bring back an entry one has taken away',
  scope: 'write',
  params: atEntry,
  answers: { 200: { description: 'the entry', schema: entry } },
  problems: ['not-found', 'gone'],
  async handler(call) {
    await call.transact((writer) => restoreEntry(writer, call.params.entry, writing(call)));
    return ok(await entryBody(call, call.params.entry));
  },
});

/** Changes one's own entry. */
async function edit(call: Call, id: string, change: (before: EntryInput) => EntryInput): Promise<void> {
  const member = mustBe(call.member);
  await call.transact(async (writer) => {
    const before = await writer.entries.toChange(id);
    if (!before || before.authorId !== member.authorId || before.deleted !== null) throw notFound('review');
    const waits = await firstWaits(writer, call.site.settings, member);
    const input = change(inputOf(before));
    await editEntry(writer, id, input, { ...writing(call), waits }, editStamp(before));
  });
}

/** An entry as a GET of it answers. */
export async function entryBody(
  { reader, viewer, origin }: Pick<Call, 'reader' | 'viewer' | 'origin'>,
  id: string,
  open = false,
): Promise<z.output<typeof entry>> {
  const { film, review } = await reviewPage(reader, id, viewer);
  const text = await ownText(reader as Reader, review, viewer);
  // Who reads this may show it anywhere: what nobody has settled counts as telling the story.
  return entryOf(shown(review, review.open, false), { origin, film, open, text });
}

/** What was sent, as the domain takes it. */
function inputFrom(body: z.output<typeof newEntry>, today: string): EntryInput {
  const input: EntryInput = {
    rating: (body.rating ?? null) as EntryInput['rating'],
    liked: body.liked ?? false,
    viewed: body.viewed ?? null,
    rewatch: body.rewatch ?? false,
    tags: [...new Set((body.tags ?? []).map(cleanLine))].filter((tag) => tag !== ''),
    title: cleanLine(body.title ?? '') || null,
    text: body.text ?? '',
    format: body.format ?? 'lbml',
    spoiler: body.spoiler ? 'yes' : 'no',
    language: languageIn(body.language ?? null),
    visibility: body.visibility ?? 'everyone',
  };
  checkEntry(input);
  // Where somebody is, it may be tomorrow already.
  if (input.viewed !== null && input.viewed > daysLater(today, 1).slice(0, input.viewed.length))
    throw invalid('to-come');
  return input;
}

function languageIn(text: string | null): string | null {
  if (text === null) return null;
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(text)) throw invalid('language');
  return text;
}

/** Who writes, as the domain asks it. */
export function writing({ member, now, today }: Pick<Call, 'member' | 'now' | 'today'>) {
  const { authorId, id: memberId } = mustBe(member);
  return { authorId, memberId, now, today, waits: false };
}

/** The member whose token it is: an operation that needs a scope is asked by nobody else. */
export function mustBe(member: Member | null): Member {
  if (!member) throw new ApiProblem('no-token');
  return member;
}

export const ENTRIES = [writeOne, getEntry, changeEntry, sayLanguage, saySpoiler, removeEntry, bringBack];
