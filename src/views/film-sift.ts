import type { Sifting } from '../domain/film-sift.ts';
import type { ChosenKind, NamedTerm } from '../domain/films.ts';
import type { FilmSort, TermKind } from '../domain/reader.ts';
import type { Words } from '../words/words.ts';
import { selectField } from './field.ts';
import { attributes, type Fragment, type Html, html } from './html.ts';
import { orderIn } from './language.ts';
import { stars } from './stars.ts';

export type FilmsWay = 'cards' | 'table';

/** The form by which films are sifted, and what there is to choose from. */
export interface SiftForm {
  sift: Sifting;
  sort: FilmSort;
  as: FilmsWay;
  choices: Record<ChosenKind, readonly NamedTerm[]>;
  /** The terms that are chosen, by name, each with the address without it. */
  chosen: readonly (NamedTerm & { without: string })[];
  /** Whether whoever reads has films of their own to sift by. */
  member: boolean;
  /** Whether films are shown here, so that it can be asked which. */
  screens: boolean;
}

/** Averages to choose from, in half-stars: at least so much. */
const AVERAGES = [6, 7, 8, 9];

/** The orders a reader may choose, in the order they are offered. */
const SORTS: readonly FilmSort[] = ['reviews', 'rating', 'title', 'year', 'shortest', 'newest'];

/** The form; it works by the address alone. */
export function siftForm(words: Words, form: SiftForm): Html {
  const { films: w } = words;
  const { sift, sort, as } = form;
  return html`<form class="sift" action="/films" aria-label="${w.sift.label}">
<div class="field"><label for="q">${w.search}</label><input id="q" name="q" type="search" value="${sift.search}" maxlength="200" dir="auto"></div>
${selectField({ name: 'sort', label: w.sort, options: SORTS.map((one) => [one, w.sorts[one]] as const), value: sort })}${selectField(
  {
    name: 'as',
    label: w.as,
    options: [
      ['cards', w.ways.cards],
      ['table', w.ways.table],
    ],
    value: as,
  },
)}<button class="door">${w.show}</button>
<details${attributes({ class: 'further', open: further(form) })}><summary>${w.sift.more}</summary>
<div class="sift-fields">
${(Object.keys(form.choices) as ChosenKind[]).map((kind) => termField(words, form, kind))}${others(words, form)}<button class="door">${w.show}</button>
</div>
</details>
</form>
${chosenTerms(words, form)}`;
}

/** Whether more is asked than the page is about. */
function further({ sift, chosen }: SiftForm): boolean {
  return (
    chosen.length > 0 || sift.length !== null || sift.average !== null || sift.mine !== null || sift.playing
  );
}

function termField(words: Words, { sift, choices }: SiftForm, kind: ChosenKind): Fragment {
  const w = words.films.sift;
  const [first, ...rest] = sift.terms.filter((one) => one.kind === kind).map(({ term }) => term);
  const named = choices[kind].map(({ term, name }) => [term, termName(words, kind, term, name)] as const);
  const inOrder = orderIn(words.language);
  if (kind !== 'decade') named.sort(([, a], [, b]) => inOrder(a, b));
  // Of several terms of one kind the first stands in the field, and the others stay chosen beside it.
  const kept = rest.map((term) => html`<input type="hidden" name="${kind}" value="${term}">\n`);
  if (named.length === 0) return '';
  return html`${selectField({ name: kind, label: w[kind], options: [['', w.any], ...named], value: first ?? '' })}${kept}`;
}

function others(words: Words, { sift, member, screens }: SiftForm): Html {
  const w = words.films.sift;
  const lengths = Object.entries(w.lengths);
  const averages = AVERAGES.map((one) => [String(one / 2), w.atLeast(stars(one))] as const);
  return html`${selectField({ name: 'length', label: w.length, options: [['', w.any], ...lengths], value: sift.length ?? '' })}${selectField(
    {
      name: 'average',
      label: w.average,
      options: [['', w.any], ...averages],
      value: sift.average === null ? '' : String(sift.average / 2),
    },
  )}${
    member &&
    selectField({
      name: 'mine',
      label: w.mine,
      options: [
        ['', w.any],
        ['unseen', w.mines.unseen],
        ['wanted', w.mines.wanted],
      ],
      value: sift.mine ?? '',
    })
  }${
    (screens || sift.playing) &&
    selectField({
      name: 'playing',
      label: w.playing,
      options: [
        ['', w.any],
        ['here', w.playingHere],
      ],
      value: sift.playing ? 'here' : '',
    })
  }`;
}

function chosenTerms(words: Words, { chosen }: SiftForm): Html | '' {
  if (chosen.length === 0) return '';
  const { sift: w } = words.films;
  const each = chosen.map(({ kind, term, name, without }) => {
    const said = termName(words, kind, term, name);
    return html`<li><b dir="auto">${said}</b> <a href="${without}" aria-label="${w.without(said)}">${w.out}</a></li>\n`;
  });
  return html`<nav aria-label="${w.chosen}"><ul class="chosen">
${each}<li><a href="/films">${w.clear}</a></li>
</ul></nav>
`;
}

/** A term as the interface says it. */
export function termName(words: Words, kind: TermKind, term: string, name: string): string {
  return words.term[kind](term, name);
}
