import { DomainError } from '../../domain/errors.ts';
import type { Batch } from '../../domain/reader.ts';
import { importFor } from '../../domain/upload.ts';
import { type Answer, redirect, type Visit } from '../route.ts';

/** How long an answer waits for what is quickly done, in milliseconds; a page that says how far it is comes then. */
const PATIENCE = 3000;
const LOOK_EVERY = 60;

/** The way in for whoever is not signed in: while nobody owns the site, its owner is made first. */
export function comeIn({ site }: Visit, next: string): Answer {
  return redirect(`${site.owned ? '/sign-in' : '/setup'}?next=${encodeURIComponent(next)}`);
}

/** The upload or import of the address, where it is the viewer's to see; null otherwise. */
export async function mine({ reader, params, viewer }: Visit) {
  try {
    return await importFor(reader, params.id ?? '', viewer);
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'not-found') return null;
    throw error;
  }
}

/** The names of members who imported. */
export async function namesOf({ reader }: Visit, imports: readonly Batch[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(imports.map(({ memberId }) => memberId))) {
    const member = id === null ? null : await reader.members.byId(id);
    if (member) names.set(member.id, member.name);
  }
  return names;
}

/** Waits a while for something to be done. */
export async function until(done: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end && !(await done()))
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
}
