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

export type Half = 'development' | 'held-out';

const here = dirname(fileURLToPath(import.meta.url));

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The file of one half, as it stands. */
export function labelFile(half: Half): string {
  return readFileSync(join(here, `${half}.jsonl`), 'utf8');
}

export function labelsOf(half: Half): LabelledText[] {
  return labelFile(half)
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
  found: (LabelledText & { text: string })[];
  changed: LabelledText[];
} {
  const texts = new Map<string, Map<string, string>>();
  const found: (LabelledText & { text: string })[] = [];
  const changed: LabelledText[] = [];
  for (const one of labelled) {
    const ofFile = texts.get(one.file) ?? byHash(textsOf(one.file));
    texts.set(one.file, ofFile);
    const text = ofFile.get(one.sha256);
    if (text === undefined) changed.push(one);
    else found.push({ ...one, text });
  }
  return { found, changed };
}

function byHash(texts: string[]): Map<string, string> {
  return new Map(texts.map((text) => [sha256(text), text]));
}

function textsOf(file: string): string[] {
  if (file === 'demonstration') return entries.map(({ text }) => text ?? '');
  if (file === 'seed/heat.jsonld') {
    const film = JSON.parse(readFileSync(shared(file), 'utf8')) as { review: { reviewBody: string }[] };
    return film.review.map(({ reviewBody }) => reviewBody);
  }
  return extractsOf(file.slice(file.lastIndexOf('/') + 1)).map(({ extract }) => extract ?? '');
}
