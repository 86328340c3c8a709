import type { FilmAsked, FilmSource } from '../../src/outside/source.ts';

/** What a test says of the film it asks for. */
export type Asked = Partial<Omit<FilmAsked, 'ids'>> & { ids?: Record<string, string> };

/** A film as sources are asked for it, in English and for no country where nothing else is said. */
export function filmAsked(given: Asked): FilmAsked {
  return {
    title: '',
    year: null,
    directors: [],
    ...{ language: 'en', languages: ['en'], countries: [] },
    ...given,
    ids: new Map(Object.entries(given.ids ?? {})),
  };
}

/** What a source answers, its facts by their fields. */
export async function answerOf(source: FilmSource, film: FilmAsked) {
  const answer = await source.look(film);
  if (!answer.found) return { why: answer.why, facts: new Map<string, unknown>() };
  return { ...answer, facts: new Map(answer.facts.map((fact) => [fact.field, fact.value])) };
}
