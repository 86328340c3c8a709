import { z } from 'zod';
import { forbidden, notFound } from '../../domain/errors.ts';
import { ACCOUNT } from '../../domain/import.ts';
import type { Batch } from '../../domain/reader.ts';
import {
  isFurther,
  maySayUses,
  sayUses,
  USES_ELSEWHERE,
  usesOf,
  usesReach,
  usesSaid,
  wordFor,
} from '../../domain/rights.ts';
import { wordsFor } from '../../words/words.ts';
import { type Call, ok, operation } from '../operation.ts';
import { sent, taken } from '../schema.ts';
import { atImport } from './import.ts';
import { batchFor } from './import-shape.ts';

const allows = z
  .array(z.enum(USES_ELSEWHERE))
  .max(USES_ELSEWHERE.length)
  .meta({ description: 'where else than here its reviews may be shown; nowhere where it is empty' });

const uses = sent(
  'ImportUses',
  z.strictObject({
    allows,
    reviews: z.int().min(0).meta({ description: 'of how many reviews this holds, and a change would' }),
    apart: z.int().min(0).meta({
      description: 'how many stay as they are: by members, who say so themselves, or said of each alone',
    }),
    more: z.boolean().meta({ description: 'whether there are more than the 10,000 that were counted' }),
    underWay: z.boolean().meta({ description: 'whether reviews have still to follow what was said last' }),
  }),
  'where else the reviews of a whole import may be shown',
  { allows: ['strips'], reviews: 212, apart: 3, more: false, underWay: false },
);

const getUses = operation({
  id: 'getImportUses',
  method: 'GET',
  path: '/imports/{import}/uses',
  tag: 'imports',
  summary: 'where else the reviews of a whole import may be shown, and how many they are',
  description: 'For whoever may say it anew.',
  scope: 'import',
  params: atImport,
  answers: { 200: { description: 'where', schema: uses } },
  problems: ['not-found'],
  handler: async (call) => ok(await usesBody(call)),
});

const setUses = operation({
  id: 'setImportUses',
  method: 'PUT',
  path: '/imports/{import}/uses',
  tag: 'imports',
  summary: 'say anew where else the reviews of a whole import may be shown',
  description:
    'Of one’s own account, or with the scope `curate` of what others wrote. What members say of what they wrote, and what was said of one review alone, stays. The reviews follow in the background.',
  scope: 'import',
  params: atImport,
  body: taken(
    'ImportUsesInput',
    z.strictObject({
      allows,
      word: z.literal(true).optional().meta({
        description: 'your word that those who wrote them allow it; wanted for whatever is added',
      }),
    }),
    'where, and the word for it',
    { allows: ['strips'], word: true },
  ),
  match: { of: getUses },
  answers: { 200: { description: 'what holds now', schema: uses } },
  problems: ['not-found', 'invalid'],
  async handler(call) {
    const { transact, body, viewer, now, services, site } = call;
    const batch = await spokenFor(call);
    const allowed = usesSaid(body.allows);
    const { ownWord, word, further } = wordsFor(undefined, site.settings.language).imports;
    const said = wordFor(batch.format === ACCOUNT ? ownWord : word, allowed, further);
    const promised = isFurther(batch, allowed) && body.word ? said : null;
    await transact(async (writer) => {
      writer.afterCommit(services.wakeJobs);
      await sayUses(writer, batch.id, { allowed, word: promised }, viewer, now);
    });
    return ok(await usesBody(call));
  },
});

type Asked = Pick<Call<z.output<typeof atImport>>, 'reader' | 'viewer' | 'params'>;

/** An import that is here, for whoever may say of all of it where it may be shown. */
async function spokenFor(call: Asked): Promise<Batch> {
  const batch = await batchFor(call, call.params.import);
  if (batch.state !== 'done') throw notFound('import');
  if (!maySayUses(batch, call.viewer)) throw forbidden('curators-only');
  return batch;
}

async function usesBody(call: Asked): Promise<z.output<typeof uses>> {
  const batch = await spokenFor(call);
  const { reviews, apart, more } = await usesReach(call.reader, batch, call.viewer);
  const allowed = usesOf(batch);
  return {
    allows: USES_ELSEWHERE.filter((use) => allowed.includes(use)),
    ...{ reviews, apart, more },
    underWay: await call.reader.jobs.stands('import-uses', { id: batch.id }),
  };
}

export const IMPORT_USES = [getUses, setUses];
