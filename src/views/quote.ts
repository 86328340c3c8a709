import type { Fallen, Quote, StandingQuote } from '../domain/quote.ts';
import type { Words } from '../words/words.ts';
import { BESIDE, besideFilm, filmHead, type NamedFilm } from './beside-film.ts';
import { notice } from './field.ts';
import { attributes, type Fragment, type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { QUOTE_SHAPES, type QuoteShape, quoteLine } from './quote-card.ts';
import { language } from './quote-form.ts';
import { filmName } from './stars.ts';

/** A quote as its page shows it. */
export interface QuoteView {
  quote: StandingQuote;
  film: NamedFilm;
  /** What its drawings are like. */
  drawn: Readonly<Record<QuoteShape, { width: number; height: number; outlined: boolean }>>;
}

/** A quote: to be copied, and to be taken as a picture. */
export function quoteView(frame: Frame, { quote, film, drawn }: QuoteView): Html {
  const { quote: w } = frame.words;
  const { review, text } = quote;
  const line = quoteLine({ ...review, text });
  const copied = attributes({
    id: 'line',
    readonly: true,
    rows: 3,
    dir: 'auto',
    'aria-describedby': 'line-hint',
  });
  const outlined = QUOTE_SHAPES.every((shape) => drawn[shape].outlined);
  return layout(frame, {
    title: w.title(review.authorName, filmName(film)),
    style: 'quote.css',
    kind: `${BESIDE} quote`,
    unlisted: true,
    main: html`${filmHead(film, w.title(review.authorName, filmName(film)), html`<blockquote class="said" dir="auto"${language(review)}>${line}</blockquote>`)}<div class="field"><label for="line">${w.text}</label><span class="hint" id="line-hint">${w.textHint}</span><textarea${copied}>
${line}</textarea></div>
<section class="part" aria-labelledby="pictures"><h2 id="pictures">${w.pictures}</h2>
${!outlined && notice(w.fonts)}${QUOTE_SHAPES.map((shape) => picture(frame.words, quote.id, shape, drawn[shape], line))}</section>
${away(frame.words, quote.id)}${ways(frame.words, film, review.id)}`,
  });
}

function picture(
  { quote: w }: Words,
  id: string,
  shape: QuoteShape,
  { width, height, outlined }: { width: number; height: number; outlined: boolean },
  line: string,
): Html {
  const file = (format: 'svg' | 'png') =>
    html`<a class="door" download href="/quote/${id}/${shape}.${format}" aria-label="${w.downloadOf(format.toUpperCase(), w.shapes[shape])}">${w.download(format.toUpperCase())}</a>`;
  return html`<figure class="drawn ${shape}"><img src="/quote/${id}/${shape}.svg" width="${width}" height="${height}" alt="${line}" loading="lazy">
<figcaption><span>${w.shapes[shape]} <small>${w.size(width, height)}</small></span> <span class="doors">${outlined && html`${file('png')} `}${file('svg')}</span></figcaption></figure>
`;
}

/** A quote that is not to be had any more, and why. */
export function fallenQuoteView(
  frame: Frame,
  { id, film, fallen, reviewId }: { id: string; film: NamedFilm; fallen: Fallen; reviewId: string | null },
): Html {
  const { quote: w } = frame.words;
  const back =
    fallen === 'removed'
      ? html`<form method="post" action="/quote/${id}"><p class="doors"><button class="door" name="do" value="restore">${w.bringBack}</button></p></form>
`
      : away(frame.words, id);
  return besideFilm(
    frame,
    film,
    w.fallenLine,
    html`<p class="notice">${w.fallen[fallen]} ${w.takeDown}</p>\n${back}${ways(frame.words, film, reviewId)}`,
  );
}

/** All quotes from reviews of a film. */
export function quotesView(
  frame: Frame,
  view: { film: NamedFilm; quotes: readonly Quote[]; next: string | null; removed: string | null },
): Html {
  const { words } = frame;
  const { quote: w } = words;
  const { film, quotes, next, removed } = view;
  const gone =
    removed &&
    html`<form class="notice" method="post" action="/quote/${removed}"><p role="status">${w.removed} <button class="plain" name="do" value="restore">${w.bringBack}</button></p></form>
`;
  return layout(frame, {
    title: w.all(filmName(film)),
    style: 'quote.css',
    kind: `${BESIDE} quote`,
    unlisted: true,
    main: html`${filmHead(film, w.allLink)}${gone}${
      quotes.length === 0
        ? html`<p class="empty">${w.none}</p>\n`
        : html`<ul class="quotes">
${quotes.map((quote) => html`<li>${entry(words, quote)}</li>\n`)}</ul>
`
    }<p class="doors">${next && html`<a class="door" href="/film/${film.slug}/quotes?before=${next}">${w.more}</a> `}<a class="door" href="/film/${film.slug}">${w.film}</a></p>`,
  });
}

function entry(words: Words, quote: Quote): Fragment {
  const { quote: w } = words;
  if (quote.fallen !== null)
    return html`<a href="/quote/${quote.id}">${w.fallenLine}</a> <span class="soft">${w.fallen[quote.fallen]}</span>`;
  const { review, text } = quote;
  return html`<a href="/quote/${quote.id}" dir="auto"${language(review)}>${quoteLine({ ...review, text })}</a>`;
}

function away({ quote: w }: Words, id: string): Html {
  return html`<form method="post" action="/quote/${id}"><p class="doors"><button class="door" name="do" value="remove">${w.remove}</button></p></form>
`;
}

function ways({ quote: w }: Words, film: NamedFilm, review: string | null): Html {
  return html`<p class="doors">${review && html`<a class="door" href="/review/${review}">${w.review}</a> `}<a class="door" href="/film/${film.slug}/quotes">${w.all(filmName(film))}</a></p>`;
}
