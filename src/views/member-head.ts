import type { MemberHead } from '../domain/member.ts';
import type { ShownProfile } from '../domain/profile.ts';
import { type Fragment, type Html, html, trusted } from './html.ts';
import { type Frame, layout, type Page } from './layout.ts';

/** The rooms of somebody's page, by the last part of their addresses. */
export type MemberRoom = 'profile' | 'diary' | 'films' | 'reviews' | 'lists' | 'watchlist';

const ROOMS: readonly MemberRoom[] = ['profile', 'diary', 'films', 'reviews', 'lists', 'watchlist'];

/**
 * One of somebody's pages: their name, the way to the others, and what is on this one.
 *
 * @param room null for a page that is none of their rooms, which has a heading of its own
 */
export function memberPageOf(
  frame: Frame,
  head: MemberHead,
  room: MemberRoom | null,
  page: Omit<Page, 'main' | 'style'> & { main: Fragment; about?: Fragment; heading?: string },
): Html {
  const { member } = head;
  return layout(frame, {
    feedOf: `/@${member.username}`,
    ...page,
    style: 'member.css',
    main: html`<div class="head h-card">${
      room === 'profile'
        ? html`<h1 class="p-name" dir="auto">${member.name}</h1>`
        : html`<p class="of"><a class="p-name" href="/@${member.username}" dir="auto">${member.name}</a></p>
<h1>${room === null ? page.heading : frame.words.member.rooms[room]}</h1>`
    }
${page.about}</div>
${rooms(frame, head, room)}${page.main}`,
  });
}

function rooms({ words }: Frame, { member, counts }: MemberHead, here: MemberRoom | null): Html {
  const { member: w } = words;
  const known: Readonly<Record<MemberRoom, number | null>> = {
    ...counts,
    profile: null,
    diary: counts.viewings,
  };
  const room = (one: MemberRoom) => {
    const count = known[one];
    const path = one === 'profile' ? `/@${member.username}` : `/@${member.username}/${one}`;
    const current = one === here ? html` aria-current="page"` : '';
    return html`<li><a href="${path}"${current}>${w.rooms[one]}</a>${count !== null && html` <small>${w.count(count)}</small>`}</li>\n`;
  };
  return html`<nav class="tabs" aria-label="${w.roomsOf(member.name)}"><ul>
${ROOMS.map(room)}</ul></nav>
`;
}

/** Who somebody is: where, how long, and in their own words. */
export function about(
  { words }: Frame,
  profile: ShownProfile,
  who: { username: string; since: string; own: boolean },
): Html {
  const { member: w, review } = words;
  const facts: Fragment[] = [
    html`<span>@${who.username}</span>`,
    profile.pronoun && html`<span><bdi>${profile.pronoun}</bdi></span>`,
    profile.location && html`<span><bdi class="p-locality">${profile.location}</bdi></span>`,
    profile.website &&
      html`<span><a class="u-url" rel="nofollow ugc me noopener" href="${profile.website}">${bare(profile.website)}</a></span>`,
    html`<span>${w.since(review.day(who.since))}</span>`,
  ];
  return html`<p class="facts soft">${spaced(facts)}</p>
${profile.bio && html`<div class="text p-note" dir="auto">${trusted(profile.bio.html)}</div>\n`}${who.own && html`<p class="doors"><a class="door" href="/settings">${w.settings}</a></p>\n`}`;
}

/** What there is of several things, a space between each two. */
export function spaced(parts: readonly Fragment[]): Fragment {
  return parts.filter(Boolean).map((part, index) => (index === 0 ? part : html` ${part}`));
}

/** A web address as people write it. */
export function bare(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}

/** Where a page of a long list leads: back to where it begins, and on. */
export interface Steps {
  first: string | null;
  more: string | null;
}

/** The way on through a long list. */
export function pages({ words }: Frame, { first, more }: Steps): Fragment {
  const { member: w } = words;
  if (more === null && first === null) return null;
  return html`<nav class="pages" aria-label="${w.pages}">${first !== null && html`<a class="door" href="${first}">${w.first}</a> `}${more !== null && html`<a class="door" rel="next" href="${more}">${w.more}</a>`}</nav>
`;
}
