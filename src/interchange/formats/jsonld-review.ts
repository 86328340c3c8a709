import { normalLink, safeLink } from '../../domain/author.ts';
import { LONGEST_REVIEW, reviewText } from '../../domain/entry.ts';
import type { Details, ProblemCode } from '../../domain/import.ts';
import type { TextFormat } from '../../domain/reader.ts';
import type { FilmFacts, ReviewFacts } from '../row.ts';
import { isNode, list, type Node, own, prop, resolved } from './jsonld-nodes.ts';
import { givenRating } from './jsonld-rating.ts';
import { dateOf, languageOf, lineOf, linksOf, namesOf, textOf } from './jsonld-values.ts';

const LONGEST_NAME = 200;
const LONGEST_TITLE = 300;

/** A schema.org Review as a review of a film, or why it cannot be taken. */
export function reviewOf(
  node: Node,
  film: FilmFacts,
  byId: ReadonlyMap<string, Node>,
): ReviewFacts | { code: ProblemCode; details: Details } {
  const author = authorOf(prop(node, 'author') ?? prop(node, 'creator'), byId);
  if (author === null) return { code: 'no-author', details: {} };
  if ([...author.name].length > LONGEST_NAME)
    return { code: 'name-too-long', details: { most: LONGEST_NAME } };
  const given = givenRating(prop(node, 'reviewRating'), byId);
  if ('code' in given) return given;
  const headline = headlineOf(node, film);
  const body = ['reviewBody', 'text', 'articleBody', 'description']
    .map((name) => textOf(prop(node, name)))
    .find((text) => text !== null);
  if (body && [...body].length > LONGEST_REVIEW)
    return { code: 'too-long', details: { most: LONGEST_REVIEW } };
  const unsaid = !body && given.rating === null && given.score === null;
  if (unsaid && headline === null) return { code: 'nothing-said', details: {} };
  const publisher = resolved(list(prop(node, 'publisher'))[0], byId);
  const [place = null] = namesOf(publisher, byId);
  const written = dateOf(prop(node, 'datePublished')) ?? dateOf(prop(node, 'dateCreated'));
  const address = addressOf(node);
  const [based = null] = [...linksOf(prop(node, 'isBasedOn')), ...linksOf(prop(node, 'mainEntityOfPage'))];
  const text = body ?? (unsaid ? (headline ?? '') : '');
  const format = formatOf(text);
  const unrated = given.rating === null && given.score === null;
  if (unrated && reviewText(text, format) === null) return { code: 'nothing-said', details: {} };
  return {
    author: { name: author.name, link: ownLink(author.link, publisher) },
    place: place?.slice(0, LONGEST_NAME) ?? null,
    ...given,
    text,
    format,
    title: unsaid ? null : headline,
    written: written?.date ?? null,
    ordered: written?.ordered ?? null,
    language: languageOf(prop(node, 'inLanguage')) ?? languageOfText(prop(node, 'reviewBody')),
    link: address.link ?? based,
    address: address.key,
    spoiler: 'unknown',
  };
}

/** Block markup makes HTML of a text; with inline markup alone its line breaks are line breaks. */
const BLOCKS =
  /<\/?(?:p|br|div|ul|ol|li|h[1-6]|hr|table|tr|td|pre|article|section|script|style|iframe|object|svg|form)(?:\s[^<>]{0,2000})?\/?>/i;
const INLINE =
  /<\/?(?:b|i|em|strong|a|u|s|del|span|q|cite|small|sub|sup|code|mark|img|font|blockquote)(?:\s[^<>]{0,2000})?\/?>/i;
const ENTITY =
  /&(?:#\d{2,6}|#x[\da-f]{2,5}|amp|lt|gt|quot|apos|nbsp|rsquo|lsquo|rdquo|ldquo|hellip|mdash|ndash);/i;

/** How a body was written: plain unless it holds markup that browsers know. `<3` is a letter and a number. */
export function formatOf(text: string): TextFormat {
  if (BLOCKS.test(text)) return 'html';
  if (INLINE.test(text) || ENTITY.test(text)) return text.includes('\n') ? 'lbml' : 'html';
  return 'plain';
}

function authorOf(value: unknown, byId: ReadonlyMap<string, Node>) {
  const people = list(value).flatMap((one) => {
    const person = resolved(one, byId);
    const [name] = namesOf(person, byId);
    if (name === undefined || /^https?:\/\//i.test(name)) return [];
    if (!isNode(person)) return [{ name, link: null }];
    const links = [
      ...linksOf(prop(person, 'url')),
      ...linksOf(prop(person, 'sameAs')),
      ...linksOf(own(person, '@id')),
    ];
    return [{ name, link: links[0] ?? null }];
  });
  if (people.length === 0) return null;
  const [first] = people;
  return {
    name: people.map(({ name }) => name).join(', '),
    link: people.length === 1 ? (first?.link ?? null) : null,
  };
}

/** An address that is the publisher's own page, or a bare host of its, is nobody's profile. */
function ownLink(link: string | null, publisher: unknown): string | null {
  if (link === null || !isNode(publisher)) return link;
  const pages = [...linksOf(prop(publisher, 'url')), ...linksOf(own(publisher, '@id'))];
  return pages.some((page) => normalLink(page) === normalLink(link)) ? null : link;
}

/** The review's own address: its `url` or `@id`. A fragment tells reviews of one page apart. */
function addressOf(node: Node): { link: string | null; key: string | null } {
  const [url] = linksOf(prop(node, 'url'));
  const id = textOf(own(node, '@id'))?.trim() ?? '';
  const link = url ?? safeLink(id);
  if (link) return { link, key: `${normalLink(link)}${new URL(link).hash}` };
  return { link: null, key: /^(?:urn|tag):\S{3,500}$/i.test(id) ? id : null };
}

const REVIEW_OF = /\b(?:review|kritik|rezension|critique|reseña|recensione)\b/u;

/** A review's own title: not the film's name again, nor "Review of …". */
function headlineOf(node: Node, film: FilmFacts): string | null {
  const headline = lineOf(prop(node, 'name')) ?? lineOf(prop(node, 'headline'));
  if (headline === null || [...headline].length > LONGEST_TITLE) return null;
  const title = film.title?.toLowerCase() ?? '';
  const words = headline.toLowerCase();
  const bare = words.replace(/ ?\(\d{4}\)$/, '').replace(/^["'“‘«]|["'”’»]$/gu, '');
  const isOfFilm = title !== '' && words.includes(title) && REVIEW_OF.test(words);
  if (bare === title || isOfFilm || /^review(?: of\b.*)?$/.test(words)) return null;
  return headline;
}

function languageOfText(value: unknown): string | null {
  const first = list(value)[0];
  return isNode(first) ? languageOf(own(first, '@language')) : null;
}
