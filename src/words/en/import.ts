import type { Details, KeptWhy, Outcome, ProblemCode, UndoReport } from '../../domain/import.ts';
import type { AllowedUse, Visibility } from '../../domain/reader.ts';
import { number } from '../english.ts';
import { account } from './import-account.ts';
import { page } from './import-page.ts';

/** Bringing in what people wrote elsewhere, and taking it out again. */
export const imports = {
  /** What stands in the way of a file or a row. Where it stands is said by `where`. */
  problem: {
    'unreadable-file': ({ reason }) =>
      reason === 'missing'
        ? 'There is no such file.'
        : reason === 'folder'
          ? 'This is a folder. Only the export of an account is read as one, and it comes alone; else name the files in it.'
          : `The file could not be opened (${reason ?? 'unknown'}).`,
    'empty-file': () => 'The file is empty.',
    'too-large': ({ most, files, lines, inside, command }) =>
      lines !== undefined
        ? `It holds more than ${count(lines)} lines.${command ? ` ${byCommand(`${count(command)} lines`)}` : ''}`
        : files !== undefined
          ? `It holds more than ${count(files)} files.${command ? ` ${byCommand(`${count(command)} files`)}` : ''}`
          : inside !== undefined
            ? `What is in it is larger than ${megabytes(inside)}.${command ? ` ${byCommand(megabytes(command))}` : ''}`
            : `The file is larger than ${megabytes(most)}. Cut it into several.`,
    'not-utf8': ({ line }) =>
      `Line ${count(line)} is not UTF-8. Save the file as UTF-8 in an editor and try again.`,
    truncated: ({ line, why }) =>
      why === 'quote'
        ? `A quotation mark is opened at line ${count(line)} and never closed. Download or save the file once more.`
        : why === 'long'
          ? `What begins at line ${count(line)} does not end: perhaps a quotation mark is opened there and never closed. Download or save the file once more.`
          : `The file stops in the middle of something, at line ${count(line)}. Download or save it once more.`,
    'not-json': ({ line, column }) =>
      `This is no JSON: it breaks at line ${count(line)}, column ${count(column)}.`,
    'no-jsonld': () =>
      'The page has no schema.org data in it. Look for the place the reviews themselves are kept.',
    'unknown-format': ({ kind }) =>
      kind === 'own-account' || kind === 'zip-inside' || kind === 'no-films'
        ? WHOLE[kind]
        : `${KINDS[String(kind)] ?? KINDS.text} What can be read is the export of a Letterboxd account, or schema.org JSON-LD in a file or in a saved web page.`,
    'nothing-in-it': () => 'It can be read, but there is neither a film nor a review in it.',
    'archive-broken': ({ name, kind }) =>
      kind === 'gzip'
        ? 'The compressed file is damaged, or it was cut short. Download it once more.'
        : `The zip is damaged${name ? ` at ${name}` : ''}. Download it once more.`,
    'archive-unsafe': ({ name, kind }) =>
      kind === 'gzip'
        ? 'Unpacked, the file is so much larger than packed that no list of films is. Nothing of it was taken.'
        : `The zip is not built like an export${name ? ` (see ${name})` : ''}, so nothing of it was taken. Download it once more.`,
    'archive-locked': () => 'The zip has a password. Unpack it, and pack it again without one.',
    'archive-method': ({ name }) =>
      `The zip is packed in a way that cannot be read here${name ? ` (see ${name})` : ''}. Unpack it, and pack it again as an ordinary zip.`,
    'nul-bytes': ({ part, line }) =>
      part === 'row'
        ? 'There are zero bytes in this row: some of its words were lost before it came here.'
        : line === undefined
          ? 'There are nothing but zero bytes in this file: its words were lost before it came here. Download the export once more.'
          : `From line ${count(line)} on there are zero bytes in this file: its words were lost before it came here. Download the export once more.`,
    'wrong-columns': ({ columns, missing }) =>
      `Its first line has no column ${missing}. The columns found: ${columns}.`,
    'others-words': () => 'This file names what other people wrote, which is theirs to bring.',
    'not-licensed': () =>
      'This is IMDb’s data set. It is read once you say that you have a licence or that this is private.',
    'left-out': () => 'What its owner had deleted is left out unless it is asked for.',
    'too-deep': () => 'It is nested too deep to be a review.',
    'no-author': () => 'Nobody is named as its author.',
    'no-film': () => 'It does not say which film it is about.',
    'no-film-name': ({ part }) =>
      part === 'title'
        ? 'The film has no title.'
        : 'The film has neither a title nor a number by which it is known.',
    'name-too-long': ({ most }) => `A name in it is longer than ${count(most)} characters.`,
    'too-long': ({ most }) => `The text in it is longer than ${count(most)} characters.`,
    'too-many-tags': ({ most }) => `It has more than ${count(most)} tags.`,
    'nothing-said': () => 'It has neither words nor a rating.',
    'not-a-review': () => 'What stands here in the place of a review is none.',
    'not-a-film': ({ type, name }) =>
      `${named(name)} is no film${type ? ` but ${type}` : ''}. Only films are kept here.`,
    television: ({ name }) => `${named(name)} was made for television. Only films are kept here.`,
    'bad-date': ({ date }) => `The date ${date} can be read in more than one way, or in none.`,
    'no-list-name': () => 'The list has no name.',
    'rating-outside-scale': ({ value, best, worst }) =>
      `The rating ${value} lies outside its scale, ${worst} to ${best}.`,
    'two-films': ({ title, year, count: several }) =>
      `${film(title, year)} could be any of ${count(several)} films here. It waits until somebody says which.`,
    'ids-disagree': ({ title, year, count: several }) =>
      `The numbers by which ${film(title, year)} is known belong to ${count(several)} different films here. It waits until somebody says which.`,
    'kept-here': () => 'Somebody here has changed or taken down this review since, so it stays as it is.',
    'no-profile': () => 'It does not say whose account it is. Say for which member it is meant.',
    'no-such-member': ({ username }) => `Nobody here goes by the name ${username}.`,
    'another-running': () => 'Another import is under way. Try again when it is done.',
    'could-not-write': () => 'The database could not be written: it is locked, full or read-only.',
  } satisfies Record<ProblemCode, (details: Details) => string> as Record<
    ProblemCode,
    (details: Details) => string
  >,
  /** Below the command's help. */
  commandTakes: (files: number, bytes: number, whole: number) =>
    `An export may hold up to ${number(files)} files, and ${number(bytes / 1e9)} GB unpacked. A file of reviews is read whole: up to ${number(whole / 1e6)} MB with the memory of this machine.`,
  /** "reviews.jsonld, review[3]"; empty for what concerns the import itself. */
  where: (file: string, row: string) => [file, row].filter(Boolean).join(', '),
  /** What became of a row. */
  outcome: {
    created: 'created',
    updated: 'updated',
    unchanged: 'unchanged',
    unmatched: 'waiting for a decision',
    rejected: 'not taken',
  } satisfies Record<Outcome, string> as Record<Outcome, string>,
  /** The report's first line. */
  rows: (rows: number) => (rows === 1 ? '1 row' : `${number(rows)} rows`),
  counted: (outcome: string, rows: number) => `${number(rows)} ${outcome}`,
  nothing: 'There was nothing in it to import.',
  undoBy: (command: string) => `To take it back: ${command}`,
  refused: 'Nothing was imported.',
  onlyLooked: 'Nothing was written. This is what the import would do.',
  visibility: {
    everyone: 'Everyone can see what was imported.',
    members: 'Members of this site can see what was imported.',
    followers: 'Only followers can see what was imported.',
    me: 'Only whoever it was imported for can see it.',
    draft: 'It was imported as drafts.',
  } satisfies Record<Visibility, string> as Record<Visibility, string>,
  wouldBe: {
    everyone: 'Everyone would see it.',
    members: 'Members of this site would see it.',
    followers: 'Only followers would see it.',
    me: 'Only whoever it is imported for would see it.',
    draft: 'It would be kept as drafts.',
  } satisfies Record<Visibility, string> as Record<Visibility, string>,
  problems: (problems: number) =>
    problems === 1 ? '1 thing to look at' : `${number(problems)} things to look at`,
  more: (rest: number) => `and ${number(rest)} more`,
  /** The importer's word for the right to show what they bring. Kept with the import and with each review. */
  word: 'I wrote these reviews, or whoever wrote them allows this site to show them.',
  /** The same, where members bring their own account. */
  ownWord: 'This is my own Letterboxd account, and I allow this site to show what I wrote there.',
  /** The same, where an owner runs the command on the machine itself. */
  ownersWord:
    'Whoever runs this site imported these reviews, and answers for it that their authors allow the site to show them.',
  /** What that word covers besides: kept behind it, a sentence for each. */
  further: {
    strips: 'They may also stand in strips on other sites.',
    posters: 'Sentences of them may also stand on posters.',
  } satisfies Record<Exclude<AllowedUse, 'here'>, string> as Record<Exclude<AllowedUse, 'here'>, string>,
  hereAlone: 'The reviews are shown on this site alone: strips on other sites and posters leave them out.',
  undo: {
    done: ({ removed, restored }: Pick<UndoReport, 'removed' | 'restored'>) =>
      `The import is undone: ${number(removed)} taken away, ${number(restored)} put back as they were.`,
    kept: (kept: number) =>
      kept === 1
        ? '1 stays, because of what happened since'
        : `${number(kept)} stay, because of what happened since`,
    why: {
      changed: 'was changed since',
      settled: 'it was said since whether it tells the story',
      answered: 'was answered since',
      used: 'is used by something that stays',
      back: 'was changed since, and went back with the change',
      since: 'was written since, and stays',
    } satisfies Record<KeptWhy, string> as Record<KeptWhy, string>,
    what: {
      review: 'Review',
      rating: 'Rating',
      film: 'Film',
      author: 'Author',
      person: 'Person',
      fact: 'Fact',
      list: 'List',
      profile: 'Profile',
    },
    keptLine: (what: string, name: string, why: string) => `${what} ${name}: ${why}`,
    refused: {
      batch: 'There is no import of that name.',
      'already-undone': 'This import has been undone before.',
      'never-shown': 'This import never came to an end, and nothing of it is there.',
      'another-running': 'Another import is under way. Try again when it is done.',
      'merged-since': 'The film that stayed is part of another by now. Undo that first.',
    } as Readonly<Record<string, string>>,
  },
  page,
  account,
};

/** The command's limits are wider than the page's. */
function byCommand(most: string): string {
  return `Whoever runs this site can import up to ${most} with the command houselights import.`;
}

/** What is said of files that need no word on what else can be read. */
const WHOLE = {
  'no-films':
    'No list of films is known to look like this. What can be read is a table (CSV), schema.org JSON-LD, IMDb’s title.basics, and lists of films made from Wikipedia, each also compressed with gzip.',
  'zip-inside':
    'There is another zip in this one. Unpack it once, and bring the export that is inside as it was downloaded.',
  'own-account':
    'This is no export of a Letterboxd account. Download yours there, under Settings and then Data, and bring the zip as it came. What others wrote is brought in by the curators of this site.',
};

const KINDS: Readonly<Record<string, string>> = {
  zip: 'This is a zip file without an account’s export in it. An export comes alone, as it was downloaded.',
  'no-letterboxd': 'This is no export of a Letterboxd account.',
  gzip: 'This is a compressed file. Unpack it first.',
  pdf: 'This is a PDF.',
  image: 'This is a picture.',
  database: 'This is a database file.',
  feed: 'This is a feed, and feeds cannot be read yet.',
  xml: 'This is XML of some other kind.',
  csv: 'This looks like a table (CSV), and tables cannot be read yet.',
  text: 'What this file is could not be told.',
};

function count(value: string | number | undefined): string {
  return typeof value === 'number' ? number(value) : (value ?? '?');
}

function megabytes(bytes: string | number | undefined): string {
  return `${number(Math.round(Number(bytes ?? 0) / 1_000_000))} MB`;
}

function named(name: string | number | undefined): string {
  return name ? `“${name}”` : 'This';
}

function film(title: string | number | undefined, year: string | number | undefined): string {
  return `${title ? `“${title}”` : 'The film'}${year ? ` (${year})` : ''}`;
}
