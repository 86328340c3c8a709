import { z } from 'zod';
import { formerVersions, purgeVersion } from '../../domain/history.ts';
import { done, ok, operation } from '../operation.ts';
import { day, html, id, instant, instantOf, rating, sent, visibility } from '../schema.ts';
import { atEntry } from './entry.ts';

const version = sent(
  'FormerVersion',
  z.strictObject({
    id: z.string(),
    replaced: instant,
    was: z
      .strictObject({
        title: z.string().nullable(),
        rating: rating.nullable(),
        viewed: day.nullable(),
        liked: z.boolean(),
        rewatch: z.boolean(),
        tags: z.array(z.string()),
        spoiler: z.enum(['yes', 'no', 'unknown']),
        visibility: visibility.nullable(),
        html: html.nullable(),
        since: instant,
      })
      .nullable()
      .meta({ description: 'null once it was forgotten for good' }),
  }),
  'how an entry was before an edit',
);

const listVersions = operation({
  id: 'listEntryVersions',
  method: 'GET',
  path: '/entries/{entry}/versions',
  tag: 'entries',
  summary: 'how an entry was before, newest first',
  description: 'For its author and the moderators.',
  scope: 'read',
  params: atEntry,
  answers: {
    200: {
      description: 'all of them',
      schema: sent('FormerVersions', z.strictObject({ items: z.array(version) }), 'former versions'),
    },
  },
  problems: ['not-found', 'gone'],
  async handler({ reader, viewer, params }) {
    const { versions } = await formerVersions(reader, params.entry, viewer);
    const items = versions.map(({ id, saved, was }): z.output<typeof version> => {
      if (was === null) return { id, replaced: instantOf(saved), was };
      const { title, rating, viewed, liked, rewatch, tags, spoiler, html, updated } = was;
      const kept = { title, rating, viewed, liked, rewatch, tags, spoiler, html };
      return {
        id,
        replaced: instantOf(saved),
        was: { ...kept, visibility: was.visibility ?? null, since: instantOf(updated) },
      };
    });
    return ok({ items });
  },
});

const forgetVersion = operation({
  id: 'forgetEntryVersion',
  method: 'DELETE',
  path: '/entries/{entry}/versions/{version}',
  tag: 'entries',
  summary: 'forget a former version for good',
  scope: 'write',
  params: z.object({ entry: id, version: id.meta({ description: 'a former version, by its id' }) }),
  match: { of: listVersions },
  answers: { 204: { description: 'it is forgotten' } },
  problems: ['not-found', 'gone'],
  async handler({ transact, viewer, params }) {
    await transact((writer) => purgeVersion(writer, params.entry, params.version, viewer));
    return done;
  },
});

export const HISTORY = [listVersions, forgetVersion];
