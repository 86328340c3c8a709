import { decodeHTMLStrict } from 'entities';
import { safeLink } from '../../domain/author.ts';
import { cleanLine } from '../../domain/text/characters.ts';
import { viewingDate } from '../../domain/viewing-date.ts';
import { isNode, list, type Node, own, prop, resolved } from './jsonld-nodes.ts';

/** A text without what no database keeps (U+0000, halves of a character); null when it has no letters. */
export function clean(text: string): string | null {
  const kept = text.replaceAll('\0', '').toWellFormed();
  return kept.trim() === '' ? null : kept;
}

/** A value's text: a string, a number, or JSON-LD's `{"@value": …}`; of several the first. */
export function textOf(value: unknown): string | null {
  for (const one of list(value)) {
    const inner = isNode(one) ? own(one, '@value') : one;
    if (typeof inner === 'string') {
      const kept = clean(inner);
      if (kept !== null) return kept;
    } else if (typeof inner === 'number' && Number.isFinite(inner)) return String(inner);
  }
  return null;
}

/** A text on one line, without spaces around it. Many pages write their names as HTML would. */
export function lineOf(value: unknown): string | null {
  const text = textOf(value) ?? '';
  return cleanLine(/&[#\w]+;/.test(text) ? decodeHTMLStrict(text) : text) || null;
}

/** The names of people or things: strings, nodes with a name, or references to such. */
export function namesOf(value: unknown, byId: ReadonlyMap<string, Node>): string[] {
  return list(value).flatMap((one) => {
    const named = resolved(one, byId);
    const name = isNode(named) ? (lineOf(prop(named, 'name')) ?? otherName(named)) : lineOf(named);
    return name === null ? [] : [name];
  });
}

function otherName(node: Node): string | null {
  const parts = ['givenName', 'familyName'].flatMap((name) => lineOf(prop(node, name)) ?? []);
  return lineOf(prop(node, 'alternateName')) ?? (parts.length > 0 ? parts.join(' ') : lineOf(node));
}

/** The web addresses among values: strings, or nodes with an `@id` or `url`. */
export function linksOf(value: unknown): string[] {
  return list(value).flatMap((one) => {
    const text = isNode(one) ? (textOf(own(one, '@id')) ?? textOf(prop(one, 'url'))) : textOf(one);
    const link = safeLink(text);
    return link === null ? [] : [link];
  });
}

/** A calendar date as written (`YYYY[-MM[-DD]]`, the beginning of an instant), and what it is ordered by. */
export function dateOf(value: unknown): { date: string; ordered: string } | null {
  const text = textOf(value)?.trim();
  if (!text) return null;
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const written = compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : text;
  const match = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ](\d{2}:\d{2}.{0,30}))?$/.exec(written);
  const date = match?.[1] ? viewingDate(match[1]) : null;
  if (!date) return null;
  const zoned = match?.[2] !== undefined && /(?:Z|[+-]\d{2}:?\d{2})$/i.test(match[2]);
  const instant = zoned ? Date.parse(written.replace(' ', 'T')) : Number.NaN;
  return { date, ordered: Number.isNaN(instant) ? date : new Date(instant).toISOString() };
}

/** A language tag (BCP 47) in its canonical spelling; null for names and nonsense. */
export function languageOf(value: unknown): string | null {
  for (const one of list(value)) {
    const texts = isNode(one)
      ? [lineOf(prop(one, 'alternateName')), lineOf(prop(one, 'identifier')), lineOf(prop(one, 'name'))]
      : [lineOf(one)];
    for (const text of texts) {
      if (text === null || !/^[a-z]{2,3}([-_][a-z0-9]{2,8}){0,3}$/i.test(text)) continue;
      try {
        const [tag] = Intl.getCanonicalLocales(text.replaceAll('_', '-'));
        if (tag) return tag;
      } catch {
        // A tag in shape only.
      }
    }
  }
  return null;
}

/** Minutes of an ISO 8601 duration such as `PT2H50M` or `P0DT170M`, or of a bare number of minutes. */
export function minutesOf(value: unknown): number | null {
  const text = lineOf(value);
  if (text === null) return null;
  const match = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,7})(?:\.\d+)?S)?)?$/i.exec(text);
  const minutes = match
    ? Number(match[1] ?? 0) * 1440 +
      Number(match[2] ?? 0) * 60 +
      Number(match[3] ?? 0) +
      Math.round(Number(match[4] ?? 0) / 60)
    : Number(/^\d{1,5}$/.exec(text)?.[0] ?? 0);
  return minutes > 0 && minutes < 100_000 ? minutes : null;
}

let regions: Map<string, string> | null = null;

/** ISO 3166-1 codes of countries given by code or English name. */
export function countriesOf(value: unknown, byId: ReadonlyMap<string, Node>): string[] {
  regions ??= regionsByName();
  const codes = namesOf(value, byId).flatMap((name) => regions?.get(name.toLowerCase()) ?? []);
  return [...new Set(codes)];
}

function regionsByName(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const found = new Map([
    ['usa', 'US'],
    ['united states of america', 'US'],
    ['uk', 'GB'],
    ['great britain', 'GB'],
  ]);
  for (let first = 65; first <= 90; first += 1)
    for (let second = 65; second <= 90; second += 1) {
      const code = String.fromCharCode(first, second);
      const name = names.of(code);
      if (!name) continue;
      found.set(code.toLowerCase(), code);
      if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), code);
    }
  return found;
}
