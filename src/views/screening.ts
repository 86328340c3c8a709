import type { ScreeningLine } from '../domain/screening.ts';
import type { Words } from '../words/words.ts';
import { dataBlock, type Fragment, type Html, html, nothing } from './html.ts';
import { languageName } from './language.ts';
import { spaced } from './member-head.ts';
import { filmName } from './stars.ts';

/** What a list of screenings is about, and so need not say on each line. */
export type About = 'film' | 'venue' | 'all';

/** When a screening begins, as it is read and as a machine reads it. */
export function beginning({ screening: w }: Words, { day, time }: ScreeningLine, said?: string): Html {
  return html`<time datetime="${day}T${time}">${said ?? w.when(day, time)}</time>`;
}

/** Everything a line says of a screening after its time, the film and the place left out where they are known. */
export function told(words: Words, one: ScreeningLine, about: About): Fragment {
  const { screening: w } = words;
  const named = (code: string | null) => code && languageName(words.language, code);
  const heard = w.heard(one.spoken, named(one.language), named(one.subtitles));
  const parts: Fragment[] = [
    about !== 'film' &&
      html`<span class="what"><a href="/film/${one.filmSlug}" dir="auto">${one.filmTitle}</a>${one.filmYear !== null && html` <small>${one.filmYear}</small>`}</span>`,
    one.state !== 'on' && html`<strong>${w.state[one.state]}</strong>`,
    about !== 'venue' && place(one),
    one.room && html`<span dir="auto">${one.room}</span>`,
    one.format && html`<span dir="auto">${one.format}</span>`,
    heard && html`<span>${heard}</span>`,
    one.note && html`<span dir="auto">${one.note}</span>`,
    one.series && html`<i dir="auto">${one.series}</i>`,
    one.doors && html`<span>${w.doors(one.doors)}</span>`,
    one.ends && html`<span>${w.until(one.ends)}</span>`,
    one.tickets && one.state === 'on' && tickets(words, one),
  ];
  return spaced(parts);
}

/** What a calendar elsewhere is told of a screening beside its film, time and place. */
export function toldPlainly(words: Words, one: ScreeningLine): string {
  const { screening: w } = words;
  const named = (code: string | null) => code && languageName(words.language, code);
  return [
    one.state === 'on' ? null : w.state[one.state],
    one.room,
    one.format,
    w.heard(one.spoken, named(one.language), named(one.subtitles)),
    one.note,
    one.series,
    one.doors && w.doors(one.doors),
    one.tickets,
  ]
    .filter(Boolean)
    .join('\n');
}

function place({ venueSlug, venueName, town }: ScreeningLine): Html {
  return html`<span><a href="/venue/${venueSlug}" dir="auto">${venueName}</a>${town && html`, <bdi>${town}</bdi>`}</span>`;
}

function tickets({ screening: w }: Words, one: ScreeningLine): Html {
  const label = w.ticketsFor(one.filmTitle, w.when(one.day, one.time));
  return html`<a href="${one.tickets ?? ''}" rel="noopener" aria-label="${label}">${w.tickets}</a>`;
}

/** The next few screenings on their film's page. */
export function nextScreenings(
  words: Words,
  film: { slug: string },
  { first, total }: { first: readonly ScreeningLine[]; total: number },
): Html {
  if (first.length === 0) return nothing;
  const { screening: w } = words;
  const lines = first.map(
    (one) =>
      html`<li${offClass(one)}>${beginning(words, one)} <span class="told">${told(words, one, 'film')}</span></li>\n`,
  );
  const rest = total - first.length;
  const more = rest > 0 && html`<li><a href="/film/${film.slug}/screenings">${w.more(rest)}</a></li>\n`;
  return html`<ul class="screenings">
${lines}${more}</ul>
`;
}

/** Screenings under the days on which they are. `editable` gives each a way to its form. */
export function byDay(
  words: Words,
  all: readonly ScreeningLine[],
  how: { about: About; editable: boolean; level?: 2 | 3 },
): Fragment {
  const { screening: w, programme } = words;
  const line = (one: ScreeningLine) => {
    const edit =
      how.editable &&
      html` <a href="/screening/${one.id}/edit" aria-label="${w.editOf(one.filmTitle, w.when(one.day, one.time))}">${w.edit}</a>`;
    return html`<li${offClass(one)}>${beginning(words, one, w.time(one.time))} <span class="told">${told(words, one, how.about)}${how.editable && one.draft && html` <em>${w.draft}</em>`}${edit}</span></li>\n`;
  };
  return [...Map.groupBy(inOrder(all), ({ day }) => day)].map(([day, some]) => {
    const heading = html`<time datetime="${day}">${programme.fullDay(day)}</time>`;
    return html`<section class="on" aria-labelledby="d-${day}">${how.level === 3 ? html`<h3 id="d-${day}">${heading}</h3>` : html`<h2 id="d-${day}">${heading}</h2>`}
<ol class="showings">
${some.map(line)}</ol>
</section>
`;
  });
}

/** Each house goes by its own clocks: a day is read by what they show, whatever is earlier in the world. */
export function inOrder(all: readonly ScreeningLine[]): ScreeningLine[] {
  const shown = ({ day, time }: ScreeningLine) => `${day} ${time}`;
  return [...all].sort((a, b) => (shown(a) < shown(b) ? -1 : shown(a) > shown(b) ? 1 : 0));
}

/** A class for what does not take place; the line says it in words too. */
export function offClass({ state }: ScreeningLine): Html {
  return state === 'cancelled' ? html` class="off"` : nothing;
}

/** How a page of ours is found, and an instant is written with the offset of its clocks. */
export interface Whereabouts {
  origin: string;
  filmUrl: (slug: string) => string;
  startDate: (one: ScreeningLine) => string;
}

/** So many events are told to search engines on one page. */
const MOST_EVENTS = 20;

/** schema.org/ScreeningEvent for the first of these; nothing where there are none. */
export function screeningData(all: readonly ScreeningLine[], at: Whereabouts): Html {
  if (all.length === 0) return nothing;
  return dataBlock('application/ld+json', {
    '@context': 'https://schema.org',
    '@graph': all.slice(0, MOST_EVENTS).map((one) => event(one, at)),
  });
}

function event(one: ScreeningLine, at: Whereabouts): object {
  const { street, town, country, tickets: address } = one;
  const film = at.filmUrl(one.filmSlug);
  const some = (named: Record<string, string | null>) =>
    Object.fromEntries(Object.entries(named).filter(([, value]) => value !== null));
  return {
    '@type': 'ScreeningEvent',
    '@id': `${film}/screenings#${one.id}`,
    name: filmName({ title: one.filmTitle, year: one.filmYear }),
    url: `${film}/screenings`,
    startDate: at.startDate(one),
    eventStatus: `https://schema.org/${one.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    workPresented: { '@type': 'Movie', '@id': film, name: one.filmTitle },
    location: {
      '@type': 'MovieTheater',
      name: one.venueName,
      url: `${at.origin}/venue/${encodeURIComponent(one.venueSlug)}`,
      address: {
        '@type': 'PostalAddress',
        ...some({ streetAddress: street, addressLocality: town, addressCountry: country }),
      },
    },
    ...some({
      videoFormat: one.format,
      inLanguage: one.language,
      subtitleLanguage: one.subtitles,
      description: one.note,
    }),
    ...(address === null
      ? {}
      : {
          offers: {
            '@type': 'Offer',
            url: address,
            availability: `https://schema.org/${one.state === 'on' ? 'InStock' : 'SoldOut'}`,
          },
        }),
  };
}
