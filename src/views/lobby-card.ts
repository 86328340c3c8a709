import type { LobbyCardPage } from '../domain/lobby-card.ts';
import type { ScreeningLine } from '../domain/screening.ts';
import type { Words } from '../words/words.ts';
import { selectField } from './field.ts';
import { attributes, type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { type DrawnLobbyCard, type LobbyCard, SHEETS, type Sheet } from './lobby-card-drawing.ts';
import { quoteLine } from './quote-card.ts';
import { filmName } from './stars.ts';

export interface LobbyCardView extends LobbyCardPage {
  sheet: Sheet;
  drawn: DrawnLobbyCard;
  /** Where its code leads. */
  address: string;
  /** Whether the viewer may take it as a PNG. */
  curates: boolean;
}

/** A card for the lobby: how it looks, what may be chosen of it, and on paper nothing but the card. */
export function lobbyCardView(frame: Frame, view: LobbyCardView): Html {
  const { lobbyCard: w } = frame.words;
  const { film, sheet, drawn, address, curates } = view;
  const { width, height } = SHEETS[sheet];
  const at = (format: 'svg' | 'png') => `/film/${film.slug}/card/${sheet}.${format}${queryOf(view)}`;
  const picture = attributes({
    src: at('svg'),
    width: Math.round(width * 4),
    height: Math.round(height * 4),
    alt: `${filmName(film)}. ${w.question.join(' ')} ${address}`,
  });
  return layout(frame, {
    title: w.of(filmName(film)),
    style: `card-${sheet}.css`,
    kind: 'lobby',
    unlisted: true,
    main: html`<div class="choosing"><p class="of"><a href="/film/${film.slug}" dir="auto">${filmName(film)}</a></p>
<h1>${w.title}</h1>
<p>${w.lead}</p>
${choices(frame.words, view)}<p>${w.address} <a href="${address}" dir="ltr">${address}</a></p>
<p class="doors"><a class="door" download href="${at('svg')}">${w.download('SVG')}</a>${curates && drawn.outlined && html` <a class="door" download href="${at('png')}">${w.download('PNG')}</a>`} <a class="door" href="/film/${film.slug}">${w.film}</a></p></div>
<p class="sheet"><img${picture}></p>`,
  });
}

function choices(words: Words, { film, sheet, screenings, screening, quotes, quote }: LobbyCardView): Html {
  const { lobbyCard: w } = words;
  const papers = Object.entries(SHEETS).map(([value, { name }]) => [value, name] as const);
  const shown = screening && !screenings.some(({ id }) => id === screening.id) ? [screening] : [];
  const dates = [...screenings, ...shown].map((one) => [one.id, whenAndWhere(words, one)] as const);
  const quoted = quotes.map((one) => [one.id, quoteLine({ ...one.review, text: one.text })] as const);
  const none = (said: string) => ['', said] as const;
  return html`<form method="get" action="/film/${film.slug}/card">
${selectField({ name: 'paper', label: w.paper, options: papers, value: sheet })}${
  dates.length > 0 &&
  selectField({
    name: 'screening',
    label: w.screening,
    options: [none(w.every), ...dates],
    value: screening?.id ?? '',
  })
}${
  quoted.length > 0 &&
  selectField({
    name: 'quote',
    label: w.quote,
    options: [none(w.noQuote), ...quoted],
    value: quote?.id ?? '',
  })
}<p class="doors"><button class="door first">${w.show}</button></p>
</form>
`;
}

function whenAndWhere(words: Words, { day, time, venueName }: ScreeningLine): string {
  return `${words.screening.when(day, time)}, ${venueName}`;
}

function queryOf({ screening, quote }: LobbyCardPage): string {
  const asked = new URLSearchParams();
  if (screening) asked.set('screening', screening.id);
  if (quote) asked.set('quote', quote.id);
  return asked.size === 0 ? '' : `?${asked}`;
}

/** What the card says: in the language of whoever asks for it, with the public address of the site. */
export function sayingOf(
  words: Words,
  shown: LobbyCardPage,
  site: { name: string; origin: string },
): LobbyCard {
  const { lobbyCard: w, film: door } = words;
  const { film, directors, screening, quote } = shown;
  const host = new URL(site.origin).host;
  return {
    film: { ...film, directors },
    screening: screening && {
      when: w.when(screening.day, screening.time),
      where: w.where(screening.venueName, screening.town),
    },
    quote: quote && { ...quote.review, text: quote.text },
    question: w.question,
    door: door.addReview,
    address: reviewAddress(film, site.origin),
    typed: `${host}/film/${film.slug}/review`,
    site: [site.name, host],
  };
}

/** Where a film is reviewed, as a code holds it. */
export function reviewAddress({ slug }: { slug: string }, origin: string): string {
  return `${origin}/film/${encodeURIComponent(slug)}/review`;
}
