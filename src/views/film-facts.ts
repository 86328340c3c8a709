import type { ShapedTerm } from '../domain/film-term.ts';
import type { Credit, Film, TermKind } from '../domain/reader.ts';
import type { Words } from '../words/words.ts';
import { away, hostOf } from './away.ts';
import { type Fragment, type Html, html, nothing } from './html.ts';
import { countryName, homeOf, languageName } from './language.ts';
import { creditLine } from './picture.ts';

/** A film with whatever credits are shown of it, in their order. */
export interface FilmWithCredits {
  film: Film;
  credits: readonly Credit[];
  terms: readonly ShapedTerm[];
}

const LEADING = 8;
/** More of them than these are told on the page of all that is known. */
const FEW = 3;
const MOST_OFFERS = 6;
const CREW = ['writer', 'cinematographer', 'composer', 'editor'];

/**
 * What is known of a film beside what its page begins with, below what people wrote.
 *
 * @param curates whether the viewer may say what holds
 */
export function filmFacts(words: Words, { film, credits, terms }: FilmWithCredits, curates: boolean): Html {
  const { known: w } = words;
  const { details } = film;
  const rows = [
    cast(words, credits),
    ...CREW.map((role) => crew(words, role, credits)),
    row(w.genres, inRow(termLinks(words, terms, 'genre'))),
    row(w.countries, inRow(termLinks(words, terms, 'country'))),
    row(w.languages, inRow(termLinks(words, terms, 'language'))),
    row(words.films.sift.decade, inRow(termLinks(words, terms, 'decade'))),
    row(w.studios, inRow(termLinks(words, terms, 'studio'))),
    row(w.released, releases(words, film, FEW)),
    row(w.certificates, certificates(words, film, FEW)),
    row(w.versions, versions(words, film)),
    row(w.titles, titles(words, film, FEW)),
    row(w.synopses, synopsesElsewhere(words, film)),
    row(w.watch, watch(words, film, 1)),
    row(w.trailer, details.trailer && away(w.opens(hostOf(details.trailer.link)), details.trailer.link)),
    row(w.website, details.website && away(hostOf(details.website), details.website)),
  ].filter((one) => one !== nothing);
  const facts =
    curates &&
    html`<p><a href="/film/${film.slug}/facts">${words.fact.link}</a></p>\n<p><a href="/film/${film.slug}/pictures">${words.picture.link}</a></p>\n<p><a href="/film/${film.slug}/embed">${words.strip.builder.link}</a></p>\n<p><a href="/film/${film.slug}/quotes">${words.quote.allLink}</a></p>\n<p><a href="/film/${film.slug}/card">${words.lobbyCard.link}</a></p>\n`;
  if (rows.length === 0 && !details.poster)
    return facts ? html`<section class="known" aria-label="${w.title}">${facts}</section>\n` : nothing;
  return html`<section class="known" aria-labelledby="known">
<h2 id="known">${w.title}</h2>
${rows.length > 0 && html`<dl>\n${rows}</dl>\n`}${sources(words, film)}<p><a href="/film/${film.slug}/about">${w.allLink}</a></p>
${facts}</section>
`;
}

/** A term and what is said to it; nothing where nothing is. */
export function row(term: string, said: Fragment): Html {
  if (!said || said === nothing || (Array.isArray(said) && said.length === 0)) return nothing;
  return html`<dt>${term}</dt><dd>${said}</dd>\n`;
}

function cast({ known: w }: Words, credits: readonly Credit[]): Html {
  const actors = credits.filter(({ role }) => role === 'actor');
  if (actors.length === 0) return nothing;
  return row(w.part('actor'), lines(actors.slice(0, LEADING).map((credit) => played(w, credit))));
}

/** Somebody by a link to their page, and the part they play. */
export function played(w: Words['known'], { name, personSlug, character }: Credit): Html {
  return html`<a href="/person/${personSlug}" dir="auto">${name}</a>${character && html` ${w.as} <bdi>${character}</bdi>`}`;
}

function crew({ known: w }: Words, role: string, credits: readonly Credit[]): Html {
  const some = credits.filter((credit) => credit.role === role);
  return some.length === 0 ? nothing : row(w.part(role), inRow(some.map((credit) => person(credit))));
}

/** Somebody by a link to their page. */
export function person({ name, personSlug }: Credit): Html {
  return html`<a href="/person/${personSlug}" dir="auto">${name}</a>`;
}

/** Terms of one kind, each a link to the films of it. */
export function termLinks(words: Words, terms: readonly ShapedTerm[], kind: TermKind): Html[] {
  return terms
    .filter((one) => one.kind === kind)
    .map(({ term, name }) => html`<a href="/${kind}/${term}" dir="auto">${words.term[kind](term, name)}</a>`);
}

/** Names as links, with the words between them that the language of the page has. */
export function linkedNames({ film: w }: Words, credits: readonly Credit[]): Fragment {
  if (credits.length === 0) return nothing;
  // The sentence is made of places, which no name can be mistaken for, and then filled.
  return w
    .names(credits.map((_, at) => String(at)))
    .split(/(\d+)/)
    .map((part, at) => (at % 2 === 0 ? part : person(credits[Number(part)] as Credit)));
}

/** The synopsis for somebody who reads a language: in it, else the one the film's facts put first. */
export function synopsisFor(
  { synopsis, synopsisLanguage, details }: Film,
  reader: string,
): { text: string; language: string | null } | null {
  if (synopsis === null) return null;
  const all = [{ text: synopsis, language: synopsisLanguage }, ...(details.synopses ?? [])];
  return all.find(({ language }) => language?.split('-')[0] === reader) ?? all[0] ?? null;
}

/** The languages in which there is another synopsis, each a link to it. */
function synopsesElsewhere({ language: reader }: Words, film: Film): Fragment {
  const shown = synopsisFor(film, reader);
  const all = [film.synopsisLanguage, ...(film.details.synopses ?? []).map(({ language }) => language)];
  return inRow(
    all
      .filter((language) => language !== null)
      .filter((language) => language !== shown?.language)
      .map(
        (language) =>
          html`<a href="/film/${film.slug}/about#synopsis-${language}">${languageName(reader, language)}</a>`,
      ),
  );
}

/** Things in one line, apart by commas. */
export function inRow(things: readonly Html[]): Fragment {
  return things.map((thing, at) => (at === 0 ? thing : html`, ${thing}`));
}

/** Things one below the other. */
export function lines(things: readonly Html[]): Fragment {
  if (things.length < 2) return things;
  return html`<ul>${things.map((thing) => html`<li>${thing}</li>`)}</ul>`;
}

/** When it was first shown, by country and kind; the first few, or all. */
export function releases({ known: w, language }: Words, { details, released }: Film, most: number): Fragment {
  const { releases = [] } = details;
  if (releases.length === 0) return released && html`<time datetime="${released}">${w.day(released)}</time>`;
  return lines(
    releases
      .slice(0, most)
      .map(
        ({ country, kind, date }) =>
          html`<time datetime="${date}">${w.day(date)}</time> ${countryName(language, country)} <span class="soft">${w.kinds[kind]}</span>`,
      ),
  );
}

/** As from what age it may be seen: where the page's language is spoken and where it was made first. */
export function certificates({ language }: Words, { details, countries }: Film, most: number): Fragment {
  const { certificates: all = [] } = details;
  if (all.length === 0) return nothing;
  const near = [homeOf(language), ...countries];
  const place = (country: string) => (near.indexOf(country) + near.length + 1) % (near.length + 1);
  return inRow(
    all
      .toSorted((a, b) => place(a.country) - place(b.country))
      .slice(0, most)
      .map(
        ({ country, certificate }) =>
          html`<bdi>${certificate}</bdi> <span class="soft">${countryName(language, country)}</span>`,
      ),
  );
}

export function versions({ film: w }: Words, { details }: Film): Fragment {
  return inRow(
    (details.runtimes ?? []).map(({ minutes, name }) => html`<bdi>${name}</bdi> ${w.runtime(minutes)}`),
  );
}

/** Titles it also goes by: all where they are few, else folded away. */
export function titles(words: Words, { details }: Film, few: number): Fragment {
  const { titles: others = [] } = details;
  const all = others.map((one) => title(words, one));
  if (all.length <= few) return lines(all);
  return html`<details><summary>${words.known.titlesCount(all.length)}</summary>${lines(all)}</details>`;
}

/** A title in its language, with the language's name. */
export function title(
  { language: reader }: Words,
  { title, language }: { title: string; language: string | null },
): Html {
  if (language === null) return html`<bdi>${title}</bdi>`;
  return html`<span dir="auto" lang="${language}">${title}</span> <span class="soft">${languageName(reader, language)}</span>`;
}

/** Where it can be watched: in each country where they and what is offered there are few, else in how many. */
export function watch({ known: w, language }: Words, { details, slug }: Film, most: number): Fragment {
  const { watch: countries = [] } = details;
  const offered = countries.flatMap(({ offers }) => offers);
  if (countries.length > most || (most < 2 && offered.length > MOST_OFFERS))
    return html`<a href="/film/${slug}/about#watch">${w.countriesCount(countries.length)}</a>`;
  const told = countries.map(({ country, offers }) => {
    const each = offers.map(
      ({ name, kind, link }) =>
        html`${link === null ? html`<bdi>${name}</bdi>` : away(name, link)} <span class="soft">${w.offers[kind]}</span>`,
    );
    return html`<p>${countryName(language, country)}: ${inRow(each)}</p>`;
  });
  const named = countries.some(({ source }) => source === 'tmdb');
  return named ? [...told, html`<p class="soft">${w.watchSource}</p>`] : told;
}

/** Who asks to be named for what is shown. */
export function sources(words: Words, { details }: Film): Html {
  const { known: w } = words;
  const { poster } = details;
  const all = [...(details.sources ?? [])];
  // TMDB asks to be named also where nothing but a picture is from there.
  if (poster?.source === 'tmdb' && !all.some(({ source }) => source === 'tmdb'))
    all.push({ source: 'tmdb', licence: null, link: null });
  const said = all.map(({ source, licence, link }) => {
    const named = source === 'tmdb' || source === 'wikidata' || source === 'imdb' ? source : 'other';
    return html`<span>${w.sources[named]}${licence && html` ${w.licence(licence)}.`}${link && html` ${away(w.sourceLink, link)}.`}</span> `;
  });
  const picture = poster && html`<p class="from">${creditLine(words, 'poster', poster)}</p>\n`;
  return said.length === 0 && !picture
    ? nothing
    : html`${said.length > 0 && html`<p class="from">${said}</p>\n`}${picture}`;
}
