import type { Writer } from '../store/open.ts';
import type { FactSource } from '../store/schema.ts';
import type { SiteSettings } from '../store/site.ts';
import { forbidden, invalid } from './errors.ts';
import { DEFAULT_ORDER, shapeOf } from './film-shape.ts';
import { orderOf, reshape } from './reshape.ts';
import type { Viewer } from './viewer.ts';

/** The kind of job that brings films in line with another order of sources. */
export const ORDER_JOB = 'facts-order';

/** The sources an owner can put in another order: all but what is set by hand, which holds over every one. */
export function orderToSet({ factOrder = [] }: SiteSettings): FactSource[] {
  const all = new Set([...factOrder, ...DEFAULT_ORDER]);
  all.delete('curator');
  return [...all];
}

/**
 * Lets a source be believed before the one above it, or after the one below. Films are brought in line in the
 * background.
 *
 * @returns the order now
 * @throws DomainError `forbidden` for anybody but an owner; `invalid` `source` for one that cannot be moved
 */
export async function moveSource(
  writer: Writer,
  source: string,
  way: 'up' | 'down',
  viewer: Viewer,
  now: number,
): Promise<FactSource[]> {
  if (viewer.role !== 'owner') throw forbidden('owners-only');
  // Two who move at once meet here: the second goes on from what the first has left.
  await writer.versions.raise('site');
  const order = orderToSet((await writer.site.get()).settings);
  const at = (order as string[]).indexOf(source);
  const [moved] = order.slice(at);
  if (at < 0 || moved === undefined) throw invalid('source');
  const to = at + (way === 'up' ? -1 : 1);
  if (to < 0 || to >= order.length) return order;
  order.splice(at, 1);
  order.splice(to, 0, moved);
  await writer.site.set({ settings: { factOrder: ['curator', ...order] } }, now);
  await writer.jobs.enqueueOnce(ORDER_JOB, { after: '' }, now);
  return order;
}

/** Brings one film in line with the order of sources as it is now. */
export async function reorder(writer: Writer, filmId: string, now: number): Promise<void> {
  const facts = await writer.facts.of(filmId);
  const { ids } = shapeOf(facts, await orderOf(writer));
  for (const { field, value } of facts) {
    const [name, scheme = ''] = field.split(':');
    const held = name !== 'id' || value === null || ids.get(scheme) === value;
    if (!held) await writer.facts.removeExternalId(filmId, scheme, String(value));
  }
  const whole = (await writer.facts.row(filmId))?.canonical_id ?? filmId;
  if (await reshape(writer, filmId, now)) await writer.versions.raise(whole, 'films');
}
