import { addFilm, namesakes } from '../../domain/add-film.ts';
import { DomainError } from '../../domain/errors.ts';
import { type FactFault, languageTag } from '../../domain/fact-field.ts';
import { factOfText } from '../../domain/fact-text.ts';
import { cleanLine } from '../../domain/text/characters.ts';
import { NEW_FILM_FIELDS, type NewFilmField, newFilmView } from '../../views/new-film.ts';
import { field } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';

/** The form for a film by hand. */
export async function showNewFilm({ frame }: Visit): Promise<Answer> {
  return page(newFilmView(frame, { typed: {}, wrong: null, namesakes: [] }));
}

/** Adds a film by hand, and asks first where there is one of that name. */
export async function postNewFilm(visit: Visit): Promise<Answer> {
  const { reader, transact, viewer, frame, now } = visit;
  const form = await visit.form();
  const typed = Object.fromEntries(NEW_FILM_FIELDS.map((name) => [name, field(form, name)])) as Record<
    NewFilmField,
    string
  >;
  const again = (
    wrong: { field: NewFilmField; fault: FactFault } | null,
    same: Parameters<typeof newFilmView>[1]['namesakes'] = [],
  ) => page(newFilmView(frame, { typed, wrong, namesakes: same }), wrong ? 400 : 409);
  const language = typed.synopsisLanguage.trim();
  const tag = language === '' ? 'und' : languageTag(language);
  if (tag === null) return again({ field: 'synopsisLanguage', fault: 'bad-language' });
  const paths = pathsOf(tag);
  const said = Object.fromEntries(
    [...paths].map(([name, path]) => [
      path,
      typed[name].trim() === '' ? null : factOfText(path, typed[name]),
    ]),
  );
  const title = cleanLine(typed.title);
  const year = /^\d{4}$/.test(typed.year.trim()) ? Number(typed.year) : null;
  const same = field(form, 'another') === '1' ? [] : await namesakes(reader, title, year);
  if (same.length > 0) return again(null, same);
  try {
    const slug = await transact((writer) => addFilm(writer, { ...said, title }, viewer, now));
    return redirect(`/film/${slug}`);
  } catch (error) {
    if (!(error instanceof DomainError && error.kind === 'invalid')) throw error;
    const [name = 'title'] = [...paths].find(([, path]) => path === error.details.field) ?? [];
    return again({ field: name, fault: error.code as FactFault });
  }
}

/** The fields of the form, each with the fact it says. */
function pathsOf(language: string): Map<NewFilmField, string> {
  return new Map([
    ['title', 'title'],
    ['original-title', 'original-title'],
    ['year', 'year'],
    ['directors', 'credits:director'],
    ['runtime', 'runtime'],
    ['countries', 'countries'],
    ['languages', 'languages'],
    ['genres', 'genres'],
    ['synopsis', `synopsis:${language}`],
  ]);
}
