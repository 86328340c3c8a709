import type { DiaryPage, Viewing } from '../domain/diary.ts';
import type { MemberHead } from '../domain/member.ts';
import { type Fragment, type Html, html } from './html.ts';
import type { Frame } from './layout.ts';
import { memberPageOf, pages, type Steps, spaced } from './member-head.ts';
import { stars } from './stars.ts';
import { tagLink } from './tag.ts';

export interface DiaryView extends MemberHead, DiaryPage, Steps {
  own: boolean;
  url: string;
}

/** Somebody's diary: every viewing, month by month. */
export function diaryView(frame: Frame, view: DiaryView): Html {
  const { diary: w } = frame.words;
  const { member, year } = view;
  const title = year === null ? w.of(member.name) : w.ofYear(member.name, String(year));
  return memberPageOf(frame, view, 'diary', {
    title,
    canonical: view.url,
    unlisted: view.first !== null,
    main: html`${years(frame, view)}${
      view.viewings.length === 0
        ? html`<p class="empty">${view.own ? w.nothingOwn : w.nothing(member.name)}</p>\n`
        : byMonth(view.viewings).map(
            ([
              month,
              some,
            ]) => html`<section class="month" aria-labelledby="m-${month}"><h2 id="m-${month}">${frame.words.review.day(month)}</h2>
${viewings(frame, member, some, true)}</section>
`,
          )
    }${pages(frame, view)}`,
  });
}

function years({ words }: Frame, view: DiaryView): Fragment {
  const { diary: w } = words;
  if (view.years.length < 2 && view.year === null) return null;
  const path = `/@${view.member.username}/diary`;
  const current = (one: number | null) => (one === view.year ? html` aria-current="page"` : '');
  const links = view.years.map(
    ({ year, viewings: count }) =>
      html`<li><a href="${path}?year=${year}"${current(Number(year))}>${year}</a> <small>${words.member.count(count)}</small></li>\n`,
  );
  return html`<nav class="tabs years" aria-label="${w.years}"><ul>
<li><a href="${path}"${current(null)}>${w.allYears}</a></li>
${links}</ul></nav>
`;
}

/** Viewings by month, or by year where no month is known, in their order. */
function byMonth(all: readonly Viewing[]): [string, Viewing[]][] {
  const months = new Map<string, Viewing[]>();
  for (const viewing of all) {
    const month = viewing.viewed.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), viewing]);
  }
  return [...months];
}

/**
 * A member's viewings as lines: the day, the film, what they thought.
 *
 * @param underMonth whether the month stands above them
 */
export function viewings(
  { words }: Frame,
  { username }: { username: string },
  all: readonly Viewing[],
  underMonth = false,
): Html {
  const { diary: w, review } = words;
  const line = (one: Viewing) => {
    const rated =
      one.rating !== null &&
      html` <span class="stars" role="img" aria-label="${review.outOfFive(one.rating)}">${stars(one.rating)}</span>`;
    const told: Fragment[] = [
      one.rewatch && html`<span>${w.again}</span>`,
      one.liked && html`<span>${review.liked}</span>`,
      one.venue && html`<span>${review.at(one.venue)}</span>`,
      ...one.tags.map((tag) => tagLink(tag, username)),
      one.hasText
        ? html`<a href="/review/${one.id}">${w.review}</a>`
        : html`<a href="/review/${one.id}">${w.entry}</a>`,
    ];
    return html`<li><time datetime="${one.viewed}">${underMonth ? w.dayOfMonth(one.viewed) : review.day(one.viewed)}</time> <span class="what"><a href="/film/${one.filmSlug}" dir="auto"><b>${one.filmTitle}</b></a>${one.filmYear !== null && html` <small>${one.filmYear}</small>`}${rated}</span> <span class="foot">${spaced(told)}</span></li>\n`;
  };
  return html`<ol class="viewings${underMonth && ' short'}">
${all.map(line)}</ol>
`;
}
