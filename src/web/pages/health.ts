import { type Answer, body, type Visit } from '../route.ts';

/** Whether the site answers: it only does when the schema is up to date and the database can be read. */
export async function showHealth(visit: Visit): Promise<Answer> {
  await visit.reader.versions.of('site');
  return body('ok\n', 'text/plain; charset=utf-8');
}
