import { number } from '../english.ts';

/** What the command line says besides reports of imports. */
export const command = {
  /** Stands before whatever could not be done. */
  failed: (sentence: string) => `houselights: ${sentence}`,
  serve: {
    ready: (url: string) => `Houselights is at ${url}`,
    code: (code: string) => `Nobody owns it yet. The code for setting it up: ${code}`,
  },
  user: {
    made: (username: string, role: string) => `${username} can sign in now, as ${role}.`,
    role: { owner: 'owner', curator: 'curator', moderator: 'moderator', member: 'member' },
    refused: {
      username: 'A username has 2 to 30 small letters, digits or underscores.',
      'username-reserved': 'That username would read as the site itself.',
      'username-taken': 'That username is, or was, somebody’s.',
      name: 'The name has no letters in it.',
      'name-too-long': 'The name is too long.',
      email: 'That is no email address.',
      'email-taken': 'There is an account with that email address.',
      'weak-password': 'That password would be guessed. Eight characters or more, and not a common one.',
      'no-password': 'No password came in on standard input.',
    } as Readonly<Record<string, string>>,
  },
  backup: {
    done: (file: string, rows: number, files: number) =>
      `${file} holds everything: ${number(rows)} rows${files === 0 ? '' : ` and ${number(files)} files`}. It holds secrets too, so keep it as you would keep a key.`,
    restored: (rows: number, files: number, made: string) =>
      `Restored ${number(rows)} rows${files === 0 ? '' : ` and ${number(files)} files`}, as they were on ${made}.`,
    aside: (file: string) => `What was here before is kept in ${file}`,
    refused: {
      'already-there': ({ file }) => `${file} is there already, and is not written over.`,
      'not-to-be-written': ({ file, reason }) => `${file} cannot be written: ${WHY[reason] ?? reason}.`,
      'not-to-be-read': ({ file, reason }) => `${file} cannot be read: ${WHY[reason] ?? reason}.`,
      'not-a-backup': ({ file }) => `${file} is no backup of Houselights.`,
      truncated: ({ file }) => `${file} is not whole: it ends too early. Nothing was changed.`,
      damaged: ({ file }) => `${file} is damaged. Nothing was changed.`,
      'from-the-future': ({ file }) =>
        `${file} was made by a newer Houselights. Update this one first. Nothing was changed.`,
      'has-data': () =>
        'There is a site here already. With --replace it gives way to the backup, and a backup of it is kept.',
    } satisfies Record<string, (details: ArchiveDetails) => string> as Record<
      ArchiveFault,
      (details: ArchiveDetails) => string
    >,
  },
  publish: {
    done: (folder: string, made: { files: number; written: number; removed: number }) =>
      `${folder} holds the site in ${number(made.files)} files: ${number(made.written)} written now, ${number(made.removed)} removed.`,
    cards: {
      all: ({ held, drawn }: { held: number; drawn: number }) =>
        `Social cards of all films, reviews and lists: ${number(held)}, of which ${number(drawn)} were drawn now.`,
      written: ({ held, drawn }: { held: number; drawn: number }) =>
        `Social cards of lists, reviews and the films they are of: ${number(held)}, of which ${number(drawn)} were drawn now. --cards all adds those of all other films.`,
      live: () => 'Social cards are left to the live site.',
    },
    ownerless:
      'Nobody owns this site yet. The copy holds what everybody may see, and the front page in place of the greeting.',
    left: (file: string) => `${file} is not of this copy, and was left as it is.`,
    refused: {
      'not-empty': ({ folder }) =>
        `${folder} holds something that is no copy of this site. Name a new or an empty folder.`,
      'of-another': ({ folder }) => `${folder} holds the copy of another site. Name a folder of its own.`,
      'not-a-folder': ({ folder }) => `${folder} is no folder.`,
      'in-use': ({ folder }) => `${folder} is being written by another publish just now.`,
      'not-to-be-written': ({ folder, reason }) => `${folder} cannot be written: ${reason}`,
    } satisfies Record<string, (details: PublishDetails) => string> as Record<
      PublishFault,
      (details: PublishDetails) => string
    >,
  },
  imdb: {
    filled: (films: number, known: number, changed: number) =>
      `Of ${number(films)} films here with an id of IMDb the files know ${number(known)}; of ${number(changed)} they said something new.`,
    others: (count: number) =>
      count === 1
        ? 'One of these ids is no film’s there, and was left.'
        : `${number(count)} of these ids are no films’ there, and were left.`,
    none: 'None of these files could be used. Nothing was changed.',
    forgotten: (films: number) =>
      films === 1
        ? 'What IMDb said of one film is taken back.'
        : `What IMDb said of ${number(films)} films is taken back.`,
    /** Why a file was left. */
    fault: {
      unreadable: 'it cannot be read',
      unknown: 'it is no table of IMDb’s data sets',
      damaged: 'it is damaged',
      truncated: 'it ends too early; take it anew',
      'too-long': 'it has a line longer than any there is',
      ratings:
        'its averages are of people elsewhere: no review of anybody’s, and never mixed with the ratings here',
      episodes: 'it tells of series, and this is a site of films',
    },
  },
  check: {
    sound: 'The database is sound, no row points at a missing one, and the files are what their names say.',
    wrong: (problems: number) =>
      problems === 1 ? 'Something is wrong:' : `${number(problems)} things are wrong:`,
    fault: {
      damaged: (found: string) => `damaged: ${found}`,
      dangling: (table: string, parent: string, rows: number) =>
        `${number(rows)} ${rows === 1 ? 'row' : 'rows'} of ${table} point at a missing row of ${parent}`,
    },
    advice: 'Make a copy of the data folder before anything else, then restore the last good backup.',
  },
  broken: {
    'database-away': 'The database does not answer. Is it running, and is its address right?',
    'database-refused': (message: string) => `The database refused: ${message}`,
    'not-a-database': 'The database file is none, or it is damaged.',
    'port-taken': 'Something else listens on that port. Choose another with --port.',
    'port-forbidden': 'That port is not free to this user. Choose one above 1023 with --port.',
    'address-away': 'This machine does not have the address given by --host.',
    'no-space': 'The disk is full.',
    busy: 'The database could not be written: it is locked, full or read-only.',
    unexpected: (message: string) => `Something broke: ${message}`,
  },
};

/** Why the system reads or writes a file not. */
const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'what should be its folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'the disk takes no changes',
  ENOSPC: 'the disk is full',
  EIO: 'the disk failed',
};

type ArchiveDetails = Readonly<{ file: string; reason: string }>;
type ArchiveFault =
  | 'already-there'
  | 'not-to-be-written'
  | 'not-to-be-read'
  | 'not-a-backup'
  | 'truncated'
  | 'damaged'
  | 'from-the-future'
  | 'has-data';
type PublishDetails = Readonly<{ folder: string; reason: string }>;
type PublishFault = 'not-empty' | 'of-another' | 'not-a-folder' | 'in-use' | 'not-to-be-written';
