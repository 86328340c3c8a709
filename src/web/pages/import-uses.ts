import { ACCOUNT } from '../../domain/import.ts';
import type { AllowedUse, Batch } from '../../domain/reader.ts';
import { isFurther, maySayUses, sayUses, usesOf, usesReach, usesSaid, wordFor } from '../../domain/rights.ts';
import { importGoneView } from '../../views/import.ts';
import { importUsesView } from '../../views/import-uses.ts';
import { field, fields } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';
import { mine, until } from './import-visit.ts';

/** Where else the reviews of an import may be shown; and, for what was ticked, what that would change. */
export async function showImportUses(visit: Visit): Promise<Answer> {
  const batch = await spokenFor(visit);
  if (!batch) return page(importGoneView(visit.frame), 404);
  const { searchParams } = visit.url;
  if (!searchParams.has('look')) return usesPage(visit, batch, null);
  return usesPage(visit, batch, { allowed: usesSaid(searchParams.getAll('allows')), wrong: false });
}

/** Says it of the whole import. */
export async function postImportUses(visit: Visit): Promise<Answer> {
  const batch = await spokenFor(visit);
  if (!batch) return page(importGoneView(visit.frame), 404);
  const form = await visit.form();
  const allowed = usesSaid(fields(form, 'allows'));
  const given = field(form, 'word') !== '';
  if (isFurther(batch, allowed) && !given) return usesPage(visit, batch, { allowed, wrong: true });
  const { transact, services, viewer, now, reader } = visit;
  await transact(async (writer) => {
    writer.afterCommit(services.wakeJobs);
    const word = given ? wordOf(visit, batch, allowed) : null;
    await sayUses(writer, batch.id, { allowed, word }, viewer, now);
  });
  await until(async () => !(await reader.jobs.stands('import-uses', { id: batch.id })));
  return redirect(`/import/${batch.id}/uses?done=1`);
}

/** The import of the address, where it is here and the viewer may say so of it; null otherwise. */
async function spokenFor(visit: Visit): Promise<Batch | null> {
  const batch = (await mine(visit))?.batch ?? null;
  return batch?.state === 'done' && maySayUses(batch, visit.viewer) ? batch : null;
}

function wordOf({ words }: Visit, { format }: Batch, allowed: readonly AllowedUse[]): string {
  const { ownWord, word, further } = words.imports;
  return wordFor(format === ACCOUNT ? ownWord : word, allowed, further);
}

async function usesPage(
  visit: Visit,
  batch: Batch,
  asked: { allowed: readonly AllowedUse[]; wrong: boolean } | null,
): Promise<Answer> {
  const { reader, viewer, frame, url } = visit;
  const same = asked !== null && asked.allowed.join() === usesOf(batch).join();
  const chosen = asked && {
    ...asked,
    same,
    reach: same ? null : await usesReach(reader, batch, viewer),
    word: isFurther(batch, asked.allowed) ? wordOf(visit, batch, asked.allowed) : null,
  };
  const view = importUsesView(frame, {
    batch,
    own: batch.format === ACCOUNT,
    allowed: usesOf(batch),
    underWay: await reader.jobs.stands('import-uses', { id: batch.id }),
    done: url.searchParams.has('done'),
    chosen,
  });
  return page(view, asked?.wrong ? 400 : 200);
}
