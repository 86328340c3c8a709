import { day, number } from '../english.ts';

/** What looking films up can fail of. */
const FAILURES: Readonly<Record<string, string>> = {
  busy: 'it was busy and asked us to come back later',
  'asked-to-wait': 'it asked us to come back later',
  refused: 'it would not answer us',
  'no-key': 'it does not know the key',
  nonsense: 'its answer could not be read',
  'bad-answer': 'its answer could not be read',
  'too-large': 'its answer was too long',
  'too-slow': 'it took too long to answer',
  'too-many-redirects': 'it sent us from one address to the next',
  'forbidden-address': 'it sent us to an address that is not on the public internet',
  'unknown-host': 'its address was not found; this server may be without a network',
  unreachable: 'it could not be reached',
};

/** Where facts of films are looked up. */
export const filmSource = {
  title: 'Facts of films',
  lead: 'Titles, dates, people and synopses can be filled in from elsewhere after every import. What a curator or an import says is kept, and every fact keeps where it is from. A source learns which films are here, and nothing about who writes or reads.',
  demonstration: 'The films of the demonstration are invented, so none of them is looked up.',
  what: {
    wikidata: 'A free encyclopaedia of facts that anybody may use. It wants no key.',
    tmdb: 'It also has synopses, certificates and where to watch. It wants a key, which its site gives to whoever has an account there. What it says is looked up again every month and kept for six months at the longest, as it asks.',
  },
  on: 'It is asked in the background.',
  off: 'It is not asked.',
  asked: (date: string, time: string) => `Last asked ${day(date)}, ${time}`,
  changes: (date: string, time: string) => `What has changed there was last read ${day(date)}, ${time}`,
  counts: {
    waiting: (count: number) => `Waiting: ${number(count)}`,
    done: (count: number) => `Found: ${number(count)}`,
    none: (count: number) => `Not there, or more than one that could be meant: ${number(count)}`,
    gone: (count: number) => `No longer there: ${number(count)}`,
    failed: (count: number) => `To be asked again: ${number(count)}`,
  },
  failure: (kind: string) => `Last trouble: ${FAILURES[kind] ?? kind}`,
  tryNow: 'Try now',
  pause: 'Pause',
  begin: { wikidata: 'Look films up at Wikidata', tmdb: 'Look films up at TMDB' },
  /** A button by the source it is for. */
  of: (act: string, source: string) => `${act}: ${source}`,
  tmdb: {
    change: 'Another key or another answer',
    key: 'Key or token of TMDB',
    keyHint: 'From the settings of an account at TMDB, under API.',
    kept: 'A key is kept here and never shown. Leave this empty to keep it.',
    use: 'Is the use of this site commercial?',
    useHint: 'TMDB calls commercial what mainly serves to earn money for its owner.',
    private: 'No',
    commercial: 'Yes',
    agreement: 'We have a written agreement with TMDB. For commercial use it wants one.',
    countries: 'Countries for “Where to watch”',
    countriesHint: 'Two letters each, such as GB, IE. Where nothing stands, it is not told.',
    save: 'Keep it, and look films up at TMDB',
    forget: 'Forget the key',
  },
  imdb: {
    what: 'IMDb publishes files of titles and names for private use, and licenses them for others. Where you have a licence, or this site is private, this command fills in the films that are here already:',
    command: 'houselights films facts title.basics.tsv.gz … --licensed',
    ratings:
      'Its file of ratings is left out: averages of people elsewhere are nobody’s review, and are never mixed with those here.',
  },
  order: {
    title: 'Who is believed first',
    what: 'Where two say different things, the one that stands higher holds. What is set by hand holds over all of them.',
    up: 'Up',
    down: 'Down',
  },
  wrong: {
    'tmdb-use': 'Please say whether the use is commercial.',
    'tmdb-agreement': 'For commercial use TMDB wants a written agreement. Without one it cannot be asked.',
    'tmdb-key':
      'A key is 32 digits and letters from a to f; a token is three long parts with dots between them.',
    'tmdb-countries': 'A country is two letters, as in GB, and there can be twenty of them.',
    'no-key': 'It cannot be asked without a key.',
  },
  done: {
    on: 'Films are looked up in the background.',
    off: 'It is asked no more.',
    now: 'It is being asked.',
    forgotten: 'The key is forgotten. What TMDB has said goes six months after it was last confirmed.',
    moved: 'The order is changed. Films follow in the background.',
  },
  /** How looking one film up went. */
  film: {
    title: 'Where it was looked up',
    waiting: (source: string) => `${source}: not yet`,
    done: (source: string, date: string) => `${source}: found, ${day(date)}`,
    none: (source: string, date: string) =>
      `${source}: not there, or more than one that could be meant, ${day(date)}`,
    gone: (source: string, date: string) => `${source}: no longer there, ${day(date)}`,
    failed: (source: string, date: string, kind: string) =>
      `${source}: to be asked again; on ${day(date)} ${FAILURES[kind] ?? kind}`,
    again: 'Look it up again',
  },
};
