import type { Words } from '../words/words.ts';
import { type Fragment, type Html, html, moduleScript } from './html.ts';
import { CARD_HEIGHT, CARD_WIDTH } from './social-card.ts';

/** What every page is framed by. */
export interface Frame {
  words: Words;
  siteName: string;
  /** Who is signed in; null for readers, whose pages are the same for all of them. */
  member: { name: string; username: string; role: string } | null;
  /** The address of a built file, e.g. `film.css`. */
  asset: (name: string) => string;
  /** The page's path, for forms that come back to it. */
  path: string;
  /** Whether the site has a venue, whose programme every page leads to. */
  programme: boolean;
}

export interface Page {
  title: string;
  /** The style sheet made for this view, e.g. `film.css`. */
  style: string;
  main: Html;
  /** A class of `main`. */
  kind?: string;
  description?: string;
  canonical?: string;
  /** What programs that draw a link to it take it for; a `website` unless said. */
  thing?: 'video.movie' | 'article' | 'profile';
  /** Whether its social card lies below it: `/film/heat-1995/card.png`. */
  card?: boolean;
  /** Whose feed lies below it: `/film/heat-1995`; empty for the site's own. */
  feedOf?: string;
  /** Whether search engines should leave the page out. */
  unlisted?: boolean;
  head?: Fragment;
  /** What was looked for, where the page says what was found. */
  looking?: string;
  /** Browser code that makes the page nicer and that it works without. */
  scripts?: readonly string[];
}

/** The one layout: head, site header, the page's `main`, site footer. */
export function layout(frame: Frame, page: Page): Html {
  const { words, asset } = frame;
  return html`<!doctype html>
<html lang="${words.language}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title === frame.siteName ? page.title : words.layout.titled(page.title, frame.siteName)}</title>
${page.description && html`<meta name="description" content="${page.description}">\n`}${page.unlisted && html`<meta name="robots" content="noindex">\n`}${page.canonical && told(frame, page, page.canonical)}${page.feedOf !== undefined && html`<link rel="alternate" type="application/atom+xml" href="${page.feedOf}/feed.xml">\n`}<link rel="stylesheet" href="${asset(page.style)}">
<link rel="icon" href="${asset('icon.svg')}">
${fonts(page.style).map((font) => fontAhead(asset(font)))}${page.head}${[...(page.scripts ?? []), 'search-box.js'].map((name) => moduleScript(asset(name)))}</head>
<body>
<a class="skip" href="#main">${words.layout.skip}</a>
<header class="site"><a class="name" href="/" dir="auto">${frame.siteName}</a><nav aria-label="${words.layout.pages}"><a href="/films">${words.layout.films}</a><a href="/lists">${words.layout.lists}</a>${frame.programme && html`<a href="/programme">${words.layout.programme}</a>`}</nav>${page.looking === undefined && find(frame)}${doors(frame)}</header>
<main${page.kind ? html` class="${page.kind}"` : ''} id="main">
${page.main}
</main>
<footer class="site"><a href="/about">${words.layout.about}</a>${page.feedOf !== undefined && html` <a href="${page.feedOf}/feed.xml">${words.feed.link}</a>`}</footer>
</body>
</html>
`;
}

/** Where the page is to be found, and how programs name it that draw a link to it (Open Graph, ogp.me). */
function told({ siteName }: Frame, { title, thing, description, card }: Page, canonical: string): Html {
  return html`<link rel="canonical" href="${canonical}">
<meta property="og:type" content="${thing ?? 'website'}"><meta property="og:url" content="${canonical}"><meta property="og:title" content="${title}"><meta property="og:site_name" content="${siteName}">
${description && html`<meta property="og:description" content="${description}">\n`}${card && cardOf(canonical, title)}`;
}

/** The picture that stands beside a link to the page; what it says is the page's title. */
function cardOf(canonical: string, title: string): Html {
  const picture = `${canonical}/card.png`;
  return html`<meta property="og:image" content="${picture}"><meta property="og:image:width" content="${CARD_WIDTH}"><meta property="og:image:height" content="${CARD_HEIGHT}"><meta property="og:image:alt" content="${title}"><meta name="twitter:card" content="summary_large_image">
`;
}

/** Pages on which much is read. */
const READ = new Set(['film.css', 'arrange.css', 'home.css', 'review.css', 'reviews.css']);

/** The fonts a page begins with: asked for beside the style sheet, they are there before anything is drawn. */
function fonts(style: string): string[] {
  const all = ['archivo-display-latin.woff2', 'archivo-latin.woff2', 'archivo-bold-latin.woff2'];
  return READ.has(style) ? [...all, 'newsreader-latin.woff2'] : all;
}

function fontAhead(address: string): Html {
  return html`<link rel="preload" as="font" type="font/woff2" crossorigin href="${address}">
`;
}

/** The box on every page but the one that is about what was looked for. */
function find(frame: Frame): Html {
  const { layout: w } = frame.words;
  return searchBox(
    frame,
    html`<form class="find" role="search" action="/search"><input name="q" type="search" aria-label="${w.searchFor}" maxlength="200" dir="auto"><button class="plain">${w.search}</button></form>`,
  );
}

/** A form with a box in which something is looked for, and what the list says that opens below it. */
export function searchBox({ words: { search: w } }: Frame, form: Html): Html {
  return html`<search-box data-label="${w.suggestions}" data-none="${w.noSuggestion}" data-one="${w.oneSuggestion}" data-some="${w.someSuggestions}">${form}</search-box>`;
}

function doors(frame: Frame): Html {
  const { words, member } = frame;
  if (!member) return html`<a href="/sign-in">${words.layout.signIn}</a>`;
  const works = member.role === 'member' ? '' : html`<a href="/admin">${words.layout.desk}</a>`;
  return html`<div class="you">${works}<a href="/@${member.username}" aria-label="${words.layout.you(member.name)}" dir="auto">${member.name}</a><form method="post" action="/sign-out"><button class="plain">${words.layout.signOut}</button></form></div>`;
}
