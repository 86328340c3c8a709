import type { Report } from '../domain/reader.ts';
import type { Words } from '../words/words.ts';

/** The mail by which whoever left an address learns what was decided. */
export function reportMail(
  words: Words,
  { site, origin }: { site: string; origin: string },
  report: Report,
  decision: 'kept' | 'removed',
): { subject: string; text: string } {
  const { mail } = words.report;
  const { filmTitle: film, authorName: author } = report;
  const path =
    decision === 'kept' ? `/review/${report.entryId}` : `/film/${encodeURIComponent(report.filmSlug)}`;
  return {
    subject: mail.subject(film),
    text: mail[decision]({ site, film, author, link: `${origin}${path}` }),
  };
}
