import type { ScreeningLine } from '../domain/reader.ts';
import type { ProgrammeStrip, StripOptions, StripProblem } from '../domain/strip.ts';
import type { Words } from '../words/words.ts';
import { type Fragment, type Html, html } from './html.ts';
import { languageName } from './language.ts';
import { inOrder } from './screening.ts';
import { filmAddress, isNothing, line, problems, type StripFrame, titled, whole } from './strip.ts';

export interface ProgrammeStripView extends ProgrammeStrip {
  options: StripOptions;
  problems: readonly StripProblem[];
}

/** What is shown in the next days, day by day, for pages elsewhere. */
export function programmeStripView(frame: StripFrame, view: ProgrammeStripView): Html {
  const { words, origin } = frame;
  const { strip: w } = words;
  const { venue, screenings, options } = view;
  const title = programmeTitle(words, view);
  const all = `${origin}/programme${venue ? `?venue=${encodeURIComponent(venue.slug)}` : ''}`;
  const said = problems(frame, view.problems);
  if (screenings.length === 0) {
    if (isNothing(frame, options)) return html`${said}`;
    return whole(
      words,
      options,
      title,
      html`${line(frame, w.programme.nothing(view.days), html`<a class="fr-door" part="door" href="${all}">${w.programme.whole}</a>`)}${said}`,
      w.programme.open,
    );
  }
  const named = html`<a href="${all}" dir="auto">${title}</a>`;
  return whole(
    words,
    options,
    title,
    html`${titled(frame, named)}${days(frame, view)}<p class="fr-more"><a class="fr-door" part="door" href="${all}">${w.programme.whole}</a></p>
${said}`,
    w.programme.open,
  );
}

/** What a strip of the programme is called. */
export function programmeTitle({ strip: w }: Words, { venue, days }: ProgrammeStrip): string {
  return venue ? w.programme.of(venue.name, days) : w.programme.title(days);
}

function days(frame: StripFrame, { screenings, venue }: ProgrammeStrip): Fragment {
  const { words, level } = frame;
  return [...Map.groupBy(inOrder(screenings), ({ day }) => day)].map(([day, some]) => {
    const date = html`<time datetime="${day}">${words.strip.programme.fullDay(day)}</time>`;
    const heading =
      level === 1
        ? html`<h2 class="fr-day" part="day">${date}</h2>`
        : html`<h3 class="fr-day" part="day">${date}</h3>`;
    return html`<div class="fr-on">${heading}
<ul class="fr-showings">
${some.map((one) => showing(frame, one, venue === null))}</ul>
</div>
`;
  });
}

function showing({ words, origin }: StripFrame, one: ScreeningLine, placed: boolean): Html {
  const { screening: w } = words;
  const named = (code: string | null) => code && languageName(words.language, code);
  const heard = w.heard(one.spoken, named(one.language), named(one.subtitles));
  const parts: Fragment[] = [
    html`<a class="fr-film" href="${filmAddress(origin, { slug: one.filmSlug })}" dir="auto">${one.filmTitle}</a>${one.filmYear !== null && html` <span class="fr-year">${one.filmYear}</span>`}`,
    one.state !== 'on' && html`<strong>${w.state[one.state]}</strong>`,
    placed && html`<bdi>${one.venueName}</bdi>${one.town && html`, <bdi>${one.town}</bdi>`}`,
    one.room && html`<bdi>${one.room}</bdi>`,
    one.format && html`<bdi>${one.format}</bdi>`,
    heard,
    one.tickets &&
      one.state === 'on' &&
      html`<a href="${one.tickets}" rel="noopener" aria-label="${w.ticketsFor(one.filmTitle, w.when(one.day, one.time))}">${w.tickets}</a>`,
  ].filter((part) => part !== null && part !== false && part !== '');
  const off = one.state === 'cancelled' ? html` class="fr-showing fr-cancelled"` : html` class="fr-showing"`;
  return html`<li${off}><time datetime="${one.day}T${one.time}">${w.time(one.time)}</time> <span>${parts.map((part, at) => (at === 0 ? part : html` · ${part}`))}</span></li>\n`;
}
