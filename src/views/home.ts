import type { Home } from '../domain/home.ts';
import { wall } from './films.ts';
import { type Html, html } from './html.ts';
import { latestReviews } from './latest.ts';
import { type Frame, layout } from './layout.ts';
import { reviewArticle } from './review-article.ts';
import { byDay } from './screening.ts';

/** The front of the house: what people talk about, and what was lately written. */
export function homeView(frame: Frame, view: Home & { url: string; imports: boolean }): Html {
  const { words, siteName } = frame;
  const { home: w } = words;
  const empty = view.films.length === 0;
  return layout(frame, {
    title: siteName,
    style: 'home.css',
    canonical: view.url,
    feedOf: '',
    main: html`<div class="welcome">
<h1 dir="auto">${siteName}</h1>
${empty ? html`<p>${w.nothing} ${view.imports ? w.bringIn : w.come}</p>\n` : html`<p class="doors"><a class="door first" href="/films">${words.film.seeMoreFilms}</a></p>\n`}${empty && view.imports ? html`<p class="doors"><a class="door first" href="/import">${w.import}</a></p>\n` : ''}</div>
${view.week.length > 0 && week(view, frame)}${!empty && mostReviewed(view, frame)}${view.newest.length > 0 && latest(view, frame)}`,
  });
}

function mostReviewed(view: Home, { words }: Frame): Html {
  return html`<section class="part" aria-labelledby="most">
<h2 id="most">${words.home.mostReviewed}</h2>
${wall(view.films)}</section>
`;
}

function week({ week: coming }: Home, { words }: Frame): Html {
  const { programme: w } = words;
  return html`<section class="part" aria-labelledby="week">
<h2 id="week">${w.week}</h2>
${byDay(words, coming, { about: 'all', editable: false, level: 3 })}<p class="more"><a class="door" href="/programme">${w.whole}</a></p>
</section>
`;
}

function latest(view: Home, { words, siteName, member }: Frame): Html {
  const articles = view.newest.map((review) =>
    reviewArticle(review, {
      words,
      film: { title: review.filmTitle, slug: review.filmSlug },
      siteName,
      named: true,
      folds: true,
      level: 3,
      viewerAuthorId: member !== null && review.username === member.username ? review.authorId : null,
    }),
  );
  return html`<section class="part" aria-labelledby="latest">
<h2 id="latest">${words.home.latest}</h2>
${latestReviews(articles)}</section>
`;
}
