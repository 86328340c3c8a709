import type { MemberHead, MemberPage, MemberReviews, ShownEntry } from '../domain/member.ts';
import { viewings } from './diary.ts';
import { notice } from './field.ts';
import { wall } from './films.ts';
import { type Fragment, type Html, html } from './html.ts';
import { latestReviews } from './latest.ts';
import type { Frame } from './layout.ts';
import { about, memberPageOf, pages, type Steps } from './member-head.ts';
import { reviewArticle, wordlessArticle } from './review-article.ts';

export interface MemberView extends MemberPage {
  /** Whether it is the viewer's own page. */
  own: boolean;
  /** The calendar date since when they are here. */
  since: string;
  url: string;
}

/** Somebody's page: who they are, their favourites, what they saw and wrote last. */
export function memberView(frame: Frame, view: MemberView): Html {
  const { words, siteName } = frame;
  const { member: w } = words;
  const { member, profile, reviews, own } = view;
  const empty = reviews.length === 0 && view.viewings.length === 0 && view.counts.films === 0;
  const path = `/@${member.username}`;
  return memberPageOf(frame, view, 'profile', {
    title: member.name,
    canonical: view.url,
    thing: 'profile',
    description: w.description(member.name, siteName),
    about: about(frame, profile, { username: member.username, since: view.since, own }),
    main: html`${part('favourites', w.favourites, profile.favouriteFilms.length > 0 && wall(profile.favouriteFilms))}${part(
      'diary',
      w.latestViewings,
      view.viewings.length > 0 &&
        html`${viewings(frame, member, view.viewings)}<p class="more"><a class="door" href="${path}/diary">${w.wholeDiary}</a></p>\n`,
    )}${part(
      'reviews',
      w.latestReviews,
      reviews.length > 0 &&
        html`${latestReviews(reviews.map((review) => written(review, view, frame, 3)))}<p class="more"><a class="door" href="${path}/reviews">${w.allReviews}</a></p>\n`,
    )}${empty && html`<p class="empty">${own ? w.nothingOwn : w.nothing(member.name)}</p>\n`}`,
  });
}

function part(id: string, title: string, content: Fragment): Fragment {
  if (!content) return null;
  return html`<section class="part" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${content}</section>
`;
}

export interface MemberReviewsView extends MemberHead, MemberReviews, Steps {
  own: boolean;
  /** Of how many of the viewer's own reviews nobody has said whether they tell the story. */
  unsettled: number;
  url: string;
}

/** What somebody wrote, latest first. */
export function memberReviewsView(frame: Frame, view: MemberReviewsView): Html {
  const { words } = frame;
  const { member: w } = words;
  const { member, entries, own } = view;
  const shown = entries.map((entry) =>
    entry.html === null && entry.title === null
      ? wordlessArticle(entry, optionsOf(entry, view, frame))
      : written(entry, view, frame, 2),
  );
  return memberPageOf(frame, view, 'reviews', {
    title: w.reviewsOf(member.name),
    canonical: view.url,
    unlisted: view.first !== null,
    main: html`${unsettled(frame, view)}${
      entries.length === 0
        ? html`<p class="empty">${own ? w.nothingOwn : w.nothing(member.name)}</p>\n`
        : html`<div class="written">
${shown}</div>
`
    }${pages(frame, view)}`,
  });
}

function unsettled({ words }: Frame, view: MemberReviewsView): Fragment {
  if (view.unsettled === 0) return null;
  const { spoilers: w } = words.imports.account;
  return notice(html`${w.waiting(view.unsettled)} <a href="/import/spoilers">${w.link}</a>`);
}

type TheirPage = MemberHead & { own: boolean };

function written(entry: ShownEntry, view: TheirPage, frame: Frame, level: 2 | 3): Html {
  return reviewArticle(entry, { ...optionsOf(entry, view, frame), folds: true, level });
}

/** How what somebody wrote is shown among the rest of it. */
function optionsOf(entry: ShownEntry, { own, member }: TheirPage, { words, siteName }: Frame) {
  const film = { title: entry.filmTitle, slug: entry.filmSlug };
  return { words, film, siteName, byThem: true, viewerAuthorId: own ? member.authorId : null };
}
