import { z } from 'zod';
import { AVERAGES, CHOSEN_KINDS, LENGTHS, type Length, type Sifting } from '../domain/films.ts';
import type { FilmTerm, TermKind } from '../domain/reader.ts';

/** Kinds of terms as they stand in addresses; studios come by their links. */
const KINDS: readonly TermKind[] = [...CHOSEN_KINDS, 'studio'];
const TERM = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\0]+$/);

/** Which films an address asks for; what it says of what is not there is passed over. */
export function siftingIn(asked: URLSearchParams): Sifting {
  const length = asked.get('length') ?? '';
  const average = Number(asked.get('average')) * 2;
  const mine = asked.get('mine');
  return {
    search: (asked.get('q') ?? '').trim(),
    terms: KINDS.flatMap((kind) =>
      [...new Set(asked.getAll(kind))].flatMap((term): FilmTerm[] =>
        TERM.safeParse(term).success ? [{ kind, term }] : [],
      ),
    ),
    length: Object.hasOwn(LENGTHS, length) ? (length as Length) : null,
    average: AVERAGES.find((one) => one === average) ?? null,
    mine: mine === 'unseen' || mine === 'wanted' ? mine : null,
    playing: asked.get('playing') === 'here',
  };
}

/** What an address says to ask for these films. */
export function siftingQuery(sift: Sifting): URLSearchParams {
  const query = new URLSearchParams();
  if (sift.search !== '') query.set('q', sift.search);
  for (const { kind, term } of sift.terms) query.append(kind, term);
  if (sift.length !== null) query.set('length', sift.length);
  if (sift.average !== null) query.set('average', String(sift.average / 2));
  if (sift.mine !== null) query.set('mine', sift.mine);
  if (sift.playing) query.set('playing', 'here');
  return query;
}
