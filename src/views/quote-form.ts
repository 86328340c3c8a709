import type { PosterWord } from '../domain/poster-word.ts';
import type { Quotable } from '../domain/quote.ts';
import type { Words } from '../words/words.ts';
import { BESIDE, filmHead } from './beside-film.ts';
import { notice, textField } from './field.ts';
import { attributes, type Fragment, type Html, html, nothing } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { quoteLine } from './quote-card.ts';

/** What is wrong with what somebody quotes, or with the word they note. */
export type QuoteWrong = keyof Words['quote']['make']['wrong'];
export type PosterWordWrong = keyof Words['quote']['word']['wrong'];

export interface QuoteFormView extends Quotable {
  /** The sentences that are ticked, and the passage that was put in. */
  ticked: readonly string[];
  passage: string;
  /** What these read as, without its marks; null until somebody asks. */
  reads: string | null;
  wrong: QuoteWrong | null;
  /** The word as it was typed, and what is wrong with it. */
  noted: { word: string; until: string };
  notedWrong: PosterWordWrong | null;
  /** How long a quote, and the note of a word, may be, in characters. */
  most: { quote: number; word: number };
}

/** Where a curator says what is quoted from a review, and notes its author's word. */
export function quoteFormView(frame: Frame, view: QuoteFormView): Html {
  const { make: w } = frame.words.quote;
  const { film, review } = view;
  const back = html`<p class="doors"><a class="door" href="/review/${review.id}">${w.back}</a></p>`;
  return layout(frame, {
    title: w.title,
    style: 'quote.css',
    kind: `${BESIDE} quote`,
    unlisted: true,
    main: html`${filmHead(film, w.title)}${authorsWord(frame, view)}${view.against ? notice(w.tells, true) : choosing(frame, view)}${back}`,
  });
}

/** Whether the author lets it onto posters; where not, whom to ask, and where their answer goes. */
function authorsWord({ words }: Frame, view: QuoteFormView): Html {
  const { word: w, make } = words.quote;
  const { review, said } = view;
  const elsewhere = review.username === null;
  const held = elsewhere && (said.allowed || said.word) && saidBefore(words, said, review.id);
  if (said.allowed) return html`<p class="notice">${make.allowed}</p>\n${held}`;
  const ask = elsewhere ? w.askElsewhere(review.authorName) : w.askMember(review.authorName);
  const link = elsewhere
    ? (review.link ?? review.authorLink) &&
      html` <a rel="nofollow ugc noopener" href="${review.link ?? review.authorLink ?? ''}">${w.whereTheyWrote}</a>`
    : html` <a href="/@${review.username}" dir="auto">${review.authorName}</a>`;
  return html`<section class="word" aria-labelledby="authors-word"><h2 id="authors-word">${w.title}</h2>
<p>${ask}${link}</p>
${held}${elsewhere && noting(words, view)}</section>
`;
}

function saidBefore({ quote: { word: w } }: Words, { word, until, allowed }: PosterWord, id: string): Html {
  const end = until && (allowed ? w.holds(until) : w.over(until));
  return html`<form class="hands" method="post" action="/review/${id}/posters"><span>${word && w.noted(word)} ${end}</span> <button class="door" name="do" value="take-back">${w.takeBack}</button></form>
`;
}

function noting(
  { quote: { word: w } }: Words,
  { review, noted, notedWrong: wrong, most }: QuoteFormView,
): Html {
  const [how, until] =
    wrong === 'until'
      ? [null, w.wrong.until]
      : [wrong === 'word-too-long' ? w.wrong[wrong](most.word) : wrong && w.wrong[wrong], null];
  return html`<form method="post" action="/review/${review.id}/posters">
${textField({ name: 'word', label: w.how, hint: w.howHint, value: noted.word, wrong: how, required: true })}${textField({ name: 'until', label: w.until, hint: w.untilHint, value: noted.until, wrong: until })}<p class="doors"><button class="door" name="do" value="allow">${w.note}</button></p>
</form>
`;
}

/** Sentences to tick, a box for a passage, and how it reads. */
function choosing({ words }: Frame, view: QuoteFormView): Html {
  const { make: w } = words.quote;
  const { review, sentences, ticked, passage, reads, wrong, said, most } = view;
  if (sentences.length === 0) return notice(w.none);
  const why = wrong && (wrong === 'too-long' ? w.wrong[wrong](most.quote) : w.wrong[wrong]);
  const sentence = (one: string) =>
    html`<label class="choice"><input${attributes({ type: 'checkbox', name: 'sentence', value: one, checked: ticked.includes(one) })}> <span class="sentence" dir="auto"${language(review)}>${one}</span></label>\n`;
  const box = attributes({
    id: 'passage',
    name: 'passage',
    rows: 3,
    dir: 'auto',
    'aria-describedby': 'passage-hint',
  });
  return html`${why && notice(why, true)}${reads !== null && preview(words, view, reads)}<p>${w.lead(review.authorName)}</p>
<form method="post" action="/review/${review.id}/quote">
<fieldset><legend>${w.sentences}</legend><p class="hint">${w.sentencesHint}</p>
${sentences.map(sentence)}</fieldset>
<div class="field"><label for="passage">${w.passage}</label><span class="hint" id="passage-hint">${w.passageHint(most.quote)}</span><textarea${box}>
${passage}</textarea></div>
<p class="doors">${said.allowed && html`<button class="door first" name="do" value="make">${w.make}</button> `}<button class="door" name="do" value="look">${w.look}</button></p>
</form>
`;
}

function preview(words: Words, { review }: QuoteFormView, text: string): Fragment {
  const line = quoteLine({ ...review, text });
  return html`<div class="reads" role="status"><p>${words.quote.make.reads}</p>
<blockquote class="said" dir="auto"${language(review)}>${line}</blockquote></div>
`;
}

/** The language of quoted words, as an attribute. */
export function language({ language: code }: { language: string | null }): Html {
  return code ? html` lang="${code}"` : nothing;
}
