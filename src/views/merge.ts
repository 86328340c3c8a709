import type { MergeLook } from '../domain/merge-look.ts';
import type { Film, FilmLine, Hanging } from '../domain/reader.ts';
import type { Words } from '../words/words.ts';
import { office } from './admin.ts';
import type { NamedFilm } from './beside-film.ts';
import { labelOf, toldOf } from './fact.ts';
import { notice, textField } from './field.ts';
import { type Html, html } from './html.ts';
import type { Frame } from './layout.ts';
import { filmName } from './stars.ts';

export type MergeWrong = keyof Words['merge']['wrong'];

/** The search for the film that is the same one. */
export interface MergeChooseView {
  film: NamedFilm;
  /** What was asked for; '' before anything was. */
  asked: string;
  found: readonly FilmLine[];
}

/** Asks which film is the same one. Works by sending the form; what is found leads to the comparison. */
export function mergeChooseView(frame: Frame, { film, asked, found }: MergeChooseView): Html {
  const { merge: w } = frame.words;
  const others = found.filter(({ id }) => id !== film.id);
  const line = (one: FilmLine) =>
    html`<li><a href="/film/${film.slug}/merge?with=${one.id}" dir="auto"><b>${one.title}</b>${one.year !== null && html` (${one.year})`}</a><small>${one.directors.length > 0 && html` ${w.choose.by(one.directors.join(', '))} ·`} ${w.doubles.reviews(one.reviews)}</small></li>\n`;
  return office(frame, 'films', {
    title: w.choose.title,
    of: film,
    lead: w.choose.lead,
    inside: html`<form method="get" action="/film/${film.slug}/merge">
${textField({ name: 'q', label: w.choose.label, type: 'search', value: asked, autocomplete: 'off', required: true })}<p class="doors"><button class="door first">${w.choose.search}</button> <a class="door" href="/film/${film.slug}">${w.back}</a></p>
</form>
${others.length > 0 && html`<ul class="works">\n${others.map(line)}</ul>\n`}${asked !== '' && others.length === 0 && html`<p class="empty" role="status">${w.choose.none(asked)}</p>\n`}`,
  });
}

/** What merging two films would do, side by side, and the button. */
export function mergeLookView(frame: Frame, look: MergeLook, wrong: MergeWrong | null): Html {
  const { words } = frame;
  const w = words.merge.look;
  const { from, into } = look;
  const name = (film: Film) => html`<a href="/film/${film.slug}" dir="auto">${filmName(film)}</a>`;
  const row = (label: string, one: string | Html, other: string | Html, after: string | Html) =>
    html`<tr><th scope="row">${label}</th><td dir="auto">${one}</td><td dir="auto">${other}</td><td dir="auto">${after}</td></tr>\n`;
  const counts = (label: string, of: keyof Hanging) => {
    const [one, other] = [look.hanging.into[of], look.hanging.from[of]];
    const sum = one + other;
    return row(label, w.count(one), w.count(other), one && other ? w.together(sum) : w.count(sum));
  };
  const facts = look.fields.map((one) => {
    const [into, from, after] = [one.into, one.from, one.after].map((text) => toldOf(words, one.name, text));
    return row(labelOf(words, one), into ?? '', from ?? '', after ?? '');
  });
  return office(frame, 'films', {
    title: w.title,
    inside: html`${wrong && notice(html`<b>${words.merge.wrong[wrong]}</b>`, true)}<section class="sideways" aria-label="${w.title}" tabindex="0">
<table class="beside">
<thead><tr><th scope="col">${w.field}</th><th scope="col">${w.stays}<br>${name(into)}</th><th scope="col">${w.goes}<br>${name(from)}</th><th scope="col">${w.after}</th></tr></thead>
<tbody>
${row(w.address, `/film/${into.slug}`, `/film/${from.slug}`, w.addressAfter)}${counts(w.reviews, 'entries')}${counts(w.ratings, 'ratings')}${counts(w.lists, 'lists')}${counts(w.mentions, 'mentions')}${counts(w.screenings, 'screenings')}${facts}</tbody>
</table>
</section>
<ul class="works"><li>${w.seen}</li><li>${w.doubled}</li><li>${w.undo}</li></ul>
<form method="post" action="/film/${from.slug}/merge"><input type="hidden" name="with" value="${into.id}"><p class="doors"><button class="door first">${w.button}</button> <a class="door" href="/film/${into.slug}/merge?with=${from.id}">${w.swap}</a> <a class="door" href="/film/${from.slug}/merge">${w.another}</a></p></form>
`,
  });
}
