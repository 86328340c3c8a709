import type { FedEntry } from '../domain/feed.ts';
import type { Words } from '../words/words.ts';
import { type Fragment, type Html, html, render } from './html.ts';
import { filmName, stars } from './stars.ts';
import { safeWords } from './strip.ts';

/** A feed before it is written as Atom or as JSON. Addresses are whole. */
export interface Feed {
  title: string;
  /** The page it tells of. */
  home: string;
  /** Where it lies itself, as Atom and as JSON. */
  atom: string;
  json: string;
  /** The language of our own words in it. */
  language: string;
  /** Epoch milliseconds of what changed last; null where there is nothing. */
  updated: number | null;
  items: FeedItem[];
}

/** One thing in a feed. Instants are epoch milliseconds. */
export interface FeedItem {
  url: string;
  title: string;
  author: { name: string; url: string | null } | null;
  published: number | null;
  updated: number;
  /** Of its words; null where they are ours, or nobody knows. */
  language: string | null;
  tags: readonly string[];
  /** Where it lives elsewhere. */
  original: string | null;
  /** Out of five; null where there is none. */
  outOfFive: number | null;
  words: Html;
}

/** An entry as a thing in a feed: what tells the story, and what its author keeps here, is left behind. */
export function fedItem(words: Words, origin: string, entry: FedEntry): FeedItem {
  const name = filmName({ title: entry.filmTitle, year: entry.filmYear });
  const rated = entry.rating === null ? '' : stars(entry.rating);
  const { feed: w } = words;
  const url = `${origin}/review/${entry.id}`;
  const hasWords = entry.html !== null;
  return {
    url,
    title: (hasWords ? w.review : w.logged)(rated, name, entry.authorName),
    author: {
      name: entry.authorName,
      url: entry.username === null ? entry.authorLink : `${origin}/@${entry.username}`,
    },
    published: entry.published,
    updated: entry.updated,
    language: hasWords ? entry.language : null,
    tags: entry.tagList,
    original: entry.link,
    outOfFive: entry.rating === null ? null : entry.rating / 2,
    words: said(words, entry, { url, film: `${origin}/film/${encodeURIComponent(entry.filmSlug)}`, name }),
  };
}

function said(words: Words, entry: FedEntry, at: { url: string; film: string; name: string }): Html {
  const { feed: w, review: r } = words;
  const film = html`<p><a href="${at.film}">${at.name}</a>${entry.rating !== null && html`: ${r.outOfFive(entry.rating)}`}${entry.livesOn !== null && html` (${r.on} ${entry.livesOn})`}</p>`;
  const seen = entry.viewed !== null && html`<p>${w.seen(r.day(entry.viewed))}</p>`;
  const onward = html`<a href="${at.url}">${w.read}</a>`;
  if (entry.html === null) return html`${film}${seen}`;
  if (entry.closed)
    return html`${film}<p>${w[entry.mayTell ? 'mayTell' : 'tells'](entry.filmTitle)} ${onward}.</p>${seen}`;
  if (!entry.wordsOut) return html`${film}<p>${w.notOut} ${onward}.</p>${seen}`;
  const hidden = html`<a href="${at.url}">[${words.strip.hidden}]</a>`;
  const title = entry.title && html`<p><b>${entry.title}</b></p>`;
  return html`${film}${title}${safeWords(entry.html, hidden)}${seen}`;
}

const GENERATOR = 'Houselights';

const instant = (at: number) => new Date(at).toISOString();

/** What XML 1.0 cannot say at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const UNSAYABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu;

/** A feed as Atom (RFC 4287). */
export function atomFeed(feed: Feed, siteName: string): string {
  const text = render(html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
<id>${feed.atom}</id>
<title>${feed.title}</title>
<updated>${instant(feed.updated ?? 0)}</updated>
<link rel="self" type="application/atom+xml" href="${feed.atom}"/>
<link rel="alternate" type="text/html" href="${feed.home}"/>
<author><name>${siteName}</name></author>
<generator>${GENERATOR}</generator>
${feed.items.map(atomEntry)}</feed>
`);
  return text.replace(UNSAYABLE, '');
}

function atomEntry(item: FeedItem): Fragment {
  const { author, published } = item;
  return html`<entry>
<id>${item.url}</id>
<title>${item.title}</title>
<link rel="alternate" type="text/html" href="${item.url}"/>
${item.original !== null && html`<link rel="related" href="${item.original}"/>\n`}${published !== null && html`<published>${instant(published)}</published>\n`}<updated>${instant(item.updated)}</updated>
${author && html`<author><name>${author.name}</name>${author.url !== null && html`<uri>${author.url}</uri>`}</author>\n`}${item.tags.map((tag) => html`<category term="${tag}"/>\n`)}<content type="html" xml:lang="${item.language ?? ''}">${render(item.words)}</content>
</entry>
`;
}

/** A feed as JSON Feed 1.1. */
export function jsonFeed(feed: Feed): string {
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.json,
    language: feed.language,
    items: feed.items.map((item) => ({
      id: item.url,
      url: item.url,
      ...(item.original === null ? {} : { external_url: item.original }),
      title: item.title,
      content_html: render(item.words),
      ...(item.published === null ? {} : { date_published: instant(item.published) }),
      date_modified: instant(item.updated),
      ...(item.author === null
        ? {}
        : { authors: [{ name: item.author.name, ...(item.author.url ? { url: item.author.url } : {}) }] }),
      ...(item.tags.length > 0 ? { tags: item.tags } : {}),
      ...(item.language === null ? {} : { language: item.language }),
      ...(item.outOfFive === null ? {} : { _houselights: { rating: item.outOfFive, best: 5 } }),
    })),
  })}\n`;
}
