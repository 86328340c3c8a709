import { suggestions } from '../../domain/search.ts';
import { offered } from '../../views/search.ts';
import { type Answer, body, type Visit } from '../route.ts';

/** What is offered while somebody types, as JSON: `[{ text, note, href }]`, the likeliest to be meant first. */
export async function showSuggestions(visit: Visit): Promise<Answer> {
  const found = await suggestions(visit.reader, visit.url.searchParams.get('q') ?? '');
  return body(JSON.stringify(offered(visit.frame, found)), 'application/json');
}
