import { z } from 'zod';
import { type Arranged, arrange, MOST_PINS } from '../../domain/arrange.ts';
import { DomainError, notFound } from '../../domain/errors.ts';
import { type Answer, redirect, type Visit } from '../route.ts';

const ACT = z.enum(['pin', 'unpin', 'up', 'down']);
const DID = z.enum([...ACT.options, 'full']);
const FORM = z.object({ do: ACT, review: z.string().regex(/^[0-9a-v]{26}$/) });

/** Pins, takes down or moves a review, and leads back to it where it was asked. */
export async function postArrange(visit: Visit): Promise<Answer> {
  const key = await visit.reader.films.key(visit.params.slug ?? '');
  if (!key) throw notFound('film');
  const form = await visit.form();
  const asked = FORM.safeParse(Object.fromEntries(form));
  if (!asked.success) throw notFound('review');
  const { do: act, review } = asked.data;
  let did: Arranged['act'] = act;
  try {
    await visit.transact((writer) => arrange(writer, key.id, review, act, visit.viewer));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'too-many-pins') throw error;
    did = 'full';
  }
  const back = new URL(backTo(String(form.get('back') ?? ''), key.slug, review), visit.origin);
  back.searchParams.set('did', did);
  back.searchParams.set('to', review);
  return redirect(`${back.pathname}${back.search}#review-${review}`);
}

/** What a curator has just done to which review, as the address of the page they came back to says. */
export function justArranged(url: URL): Arranged | null {
  const act = DID.safeParse(url.searchParams.get('did'));
  const id = url.searchParams.get('to');
  return act.success && id !== null ? { id, act: act.data, most: MOST_PINS } : null;
}

/** The page to come back to: one of those that carry the buttons, and never another site. */
function backTo(asked: string, slug: string, review: string): string {
  const pages = [`/film/${slug}/reviews`, `/review/${review}`];
  const [path = ''] = asked.split(/[?#]/, 1);
  return pages.includes(path) ? asked : `/film/${slug}`;
}
