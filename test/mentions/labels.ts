import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entries } from '../../src/demo/catalogue.ts';
import { shared } from '../engines/shared.ts';
import { extractsOf } from './catalogue.ts';

/** One place in a text, in UTF-16 units: either it names a film, or it only looks as if it did. */
export interface Label {
  start: number;
  end: number;
  mention?: { title: string; year: number | null };
  trap?: string;
}

/** The labels of one text, tied to it by its hash; see README.md beside this file. */
export interface LabelledText {
  file: string;
  record: string | number;
  sha256: string;
  /** The film the text is about; naming it is no mention. */
  of: { title: string; year: number | null };
  labels: Label[];
}

interface Source {
  text: string;
  /** The year it was written, where its file says. */
  written: number | null;
}

export type FoundText = LabelledText & Source;

export type Half = 'development' | 'held-out';

const here = dirname(fileURLToPath(import.meta.url));

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The file of one half, as it stands. */
export function labelFile(half: Half): string {
  return readFileSync(join(here, `${half}.jsonl`), 'utf8');
}

/** What was labelled in one half, and of it what was labelled again since. */
export function labelsOf(half: Half): LabelledText[] {
  return [...linesOf(labelFile(half)), ...linesOf(readFileSync(join(here, 'since.jsonl'), 'utf8'))].filter(
    (one) => halfOf(one.sha256) === half,
  );
}

function linesOf(text: string): LabelledText[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledText);
}

/** The half to which a text belongs, told by the first digit of its hash. */
export function halfOf(hash: string): Half {
  return Number.parseInt(hash[0] ?? '', 16) % 2 === 0 ? 'development' : 'held-out';
}

/**
 * Puts the texts back to their labels. A text that is no longer there word for word (a review of the
 * demonstration that somebody edited) loses its labels and is named in `changed`.
 */
export function withTexts(labelled: LabelledText[]): {
  found: FoundText[];
  changed: LabelledText[];
} {
  const texts = new Map<string, Map<string, Source>>();
  const found: FoundText[] = [];
  const changed: LabelledText[] = [];
  for (const one of labelled) {
    const ofFile = texts.get(one.file) ?? byHash(textsOf(one.file));
    texts.set(one.file, ofFile);
    const text = ofFile.get(one.sha256);
    if (text === undefined) changed.push(one);
    else found.push({ ...one, ...text });
  }
  return { found, changed };
}

function byHash(sources: Source[]): Map<string, Source> {
  return new Map(sources.map((source) => [sha256(source.text), source]));
}

function textsOf(file: string): Source[] {
  if (file === 'demonstration')
    return entries.map(({ text = '', written }) => ({ text, written: yearOf(written) }));
  if (file === 'seed/heat.jsonld') {
    const film = JSON.parse(readFileSync(shared(file), 'utf8')) as {
      review: { reviewBody: string; datePublished?: string }[];
    };
    return film.review.map(({ reviewBody, datePublished }) => ({
      text: reviewBody,
      written: yearOf(datePublished),
    }));
  }
  return extractsOf(file.slice(file.lastIndexOf('/') + 1)).map(({ extract = '' }) => ({
    text: extract,
    written: null,
  }));
}

function yearOf(date: string | undefined): number | null {
  return date === undefined ? null : Number(date.slice(0, 4));
}
