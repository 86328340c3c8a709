import type { Reader, Writer } from '../../domain/reader.ts';
import { renderText } from '../../domain/text/render.ts';
import { keyOf, type Owner, type Place } from './owner.ts';
import type { RecordPlan } from './plan.ts';
import type { CommentFacts } from './rows.ts';

/** A remark to be kept. */
export interface NewComment {
  id: string;
  key: string;
  facts: CommentFacts;
}

/** Settles which remarks of an export are new. */
export async function settleComments(
  reader: Reader,
  owner: Owner,
  place: Place,
  said: readonly { plan: RecordPlan; facts: CommentFacts }[],
  mint: () => string,
  seen: Set<string>,
): Promise<NewComment[]> {
  const keyed = said.map(({ plan, facts }) => ({
    plan,
    facts,
    key: keyOf(owner, place, 'comment', [facts.on, facts.made, facts.text]),
  }));
  const known = new Set(owner.made ? [] : await reader.batches.known.comments(keyed.map(({ key }) => key)));
  const made: NewComment[] = [];
  for (const { plan, facts, key } of keyed) {
    if (known.has(key) || seen.has(key)) continue;
    seen.add(key);
    const id = mint();
    Object.assign(plan, { outcome: 'created', targetId: id });
    made.push({ id, key, facts });
  }
  return made;
}

/** Keeps remarks with the account they came with. */
export async function stageComments(
  writer: Writer,
  owner: Owner,
  made: readonly NewComment[],
  { batchId, now }: { batchId: string; now: number },
): Promise<void> {
  await writer.batches.staging.insert(
    batchId,
    'kept_comments',
    made.map(({ id, key, facts }) => ({
      id,
      author_id: owner.authorId,
      key,
      on_link: facts.on,
      written: facts.made,
      format: 'lbml' as const,
      source: facts.text,
      html: renderText(facts.text, 'lbml').html,
      batch_id: batchId,
      created: now,
    })),
  );
}
