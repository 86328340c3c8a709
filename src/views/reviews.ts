import type { Arranged } from '../domain/arrange.ts';
import type { AllReviews } from '../domain/reviews.ts';
import type { Words } from '../words/words.ts';
import { canLead, hands } from './arrange.ts';
import { BESIDE, filmHead } from './beside-film.ts';
import { attributes, type Fragment, type Html, html } from './html.ts';
import { languageName } from './language.ts';
import { type Frame, layout } from './layout.ts';
import { reviewArticle } from './review-article.ts';
import { filmName, stars } from './stars.ts';

/** All reviews of a film, and what of them is asked for. */
export interface ReviewsView extends Omit<AllReviews, 'next'> {
  /** The parts of the address by their names, as asked. */
  state: Partial<Record<'sort' | 'text' | 'spoilers' | 'one' | 'rating' | 'place' | 'language', string>>;
  unread: boolean;
  lost: boolean;
  /** Whether this is not the first page. */
  paged: boolean;
  /** Where the next page begins, as the address says it; null on the last one. */
  next: string | null;
  viewerAuthorId: string | null;
  arranges: boolean;
  arranged: Arranged | null;
  url: string;
}

/** So few reviews are read one after another, and nobody sifts them. */
const FEW = 3;

/** All reviews of a film, in an order and sifted as the reader likes. */
export function reviewsView(frame: Frame, view: ReviewsView): Html {
  const { words } = frame;
  const w = words.reviews;
  const { film, state } = view;
  const sifted = Object.keys(state).some((name) => name !== 'sort' && state[name as 'text'] !== '');
  const count =
    state.one === '1' && view.count > 0
      ? w.people(view.count)
      : w.count(view.count, sifted && view.count > 0);
  const few = film.reviews <= FEW && Object.keys(state).length === 0;
  const rated = [...film.ratingsHere, ...film.ratingsElsewhere].reduce((sum, count) => sum + count, 0);
  const wordless =
    few &&
    rated > film.reviews &&
    html` <a href="/film/${film.slug}/reviews?text=all">${w.sift.ratingsToo}</a>`;
  return layout(frame, {
    title: w.title(filmName(film)),
    style: 'reviews.css',
    kind: BESIDE,
    canonical: view.url,
    unlisted: view.paged || Object.keys(state).length > 0,
    main: html`${filmHead(
      film,
      w.heading,
      html`<p class="soft">${count}</p>
<p class="doors"><a class="door first" href="/film/${film.slug}/review">${words.film.addReview}</a>${wordless}</p>
`,
    )}${!few && siftForm(view, words)}
<div class="reviews">
${notices(view, words)}${articles(frame, view)}${pages(view, words)}</div>`,
  });
}

function notices({ unread, lost }: ReviewsView, { reviews: w }: Words): Html {
  return html`${unread && html`<p class="notice">${w.unread}</p>\n`}${lost && html`<p class="notice">${w.firstAgain}</p>\n`}`;
}

function articles(frame: Frame, view: ReviewsView): Fragment {
  const { words, siteName } = frame;
  const { film } = view;
  if (view.reviews.length === 0) {
    const text =
      film.reviews === 0 ? `${words.film.empty} ${words.film.emptyFirst}` : words.reviews.noneMatch;
    return html`<p class="empty">${text}</p>\n`;
  }
  return view.reviews.map((review) => {
    const place = view.pins.indexOf(review.id) + 1;
    return reviewArticle(review, {
      words,
      film,
      siteName,
      pinned: place > 0,
      folds: true,
      viewerAuthorId: view.viewerAuthorId,
      focusable: view.arranges,
      below:
        view.arranges && canLead(review)
          ? hands({
              words,
              film,
              review,
              pinned: place > 0 ? { place, of: view.pins.length } : null,
              back: `/film/${film.slug}/reviews${addressOf(view.state)}`,
              arranged: view.arranged,
              moves: false,
            })
          : null,
    });
  });
}

function pages(view: ReviewsView, { reviews: w }: Words): Html | null {
  if (!view.paged && view.next === null) return null;
  const path = `/film/${view.film.slug}/reviews`;
  return html`<nav class="pages" aria-label="${w.pages}">${view.paged && html`<a class="door" rel="first" href="${path}${addressOf(view.state)}">${w.first}</a> `}${view.next !== null && html`<a class="door" rel="next" href="${path}${addressOf({ ...view.state, after: view.next })}">${w.next}</a>`}</nav>\n`;
}

function addressOf(state: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) if (value) query.set(name, value);
  return query.size > 0 ? `?${query}` : '';
}

function siftForm({ film, state, facets }: ReviewsView, words: Words): Html {
  const w = words.reviews.sift;
  const option = (value: string, said: Fragment, chosen: string | undefined) =>
    html`<option${attributes({ value, selected: value === (chosen ?? '') })}>${said}</option>`;
  const select = (name: string, label: string, options: Fragment) =>
    html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${options}</select></div>\n`;
  const sorts = (['newest', 'highest', 'lowest', 'longest', 'viewed'] as const).map((sort) =>
    option(sort, w[sort], state.sort ?? 'newest'),
  );
  const ratings = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((rating) =>
    option(String(rating), stars(rating), state.rating),
  );
  const places = withChosen(facets.places, state.place === 'here' ? undefined : state.place);
  const languages = withChosen(facets.languages, state.language);
  const written =
    places.length + (facets.here ? 1 : 0) > 0 &&
    select(
      'place',
      w.place,
      html`${option('', w.anywhere, state.place)}${(facets.here || state.place === 'here') && option('here', w.here, state.place)}${places.map((place) => option(place, place, state.place))}`,
    );
  const spoken =
    languages.length > 0 &&
    select(
      'language',
      w.language,
      html`${option('', w.anyLanguage, state.language)}${languages.map((code) => option(code, languageName(words.language, code), state.language))}`,
    );
  return html`<form class="sift" aria-label="${w.label}">
${select('sort', w.sort, sorts)}${select('rating', w.rating, [option('', w.anyRating, state.rating), ...ratings])}${written}${spoken}${select('text', w.words, [option('', w.withWords, state.text), option('all', w.ratingsToo, state.text)])}<label class="choice"><input${attributes({ type: 'checkbox', name: 'spoilers', value: 'no', checked: state.spoilers === 'no' })}> <span>${w.spoilers}</span></label>
<label class="choice"><input${attributes({ type: 'checkbox', name: 'one', value: '1', checked: state.one === '1' })}> <span>${w.one}</span></label>
<button class="door">${w.show}</button>${Object.keys(state).length > 0 && html` <a href="/film/${film.slug}/reviews">${w.clear}</a>`}
</form>`;
}

function withChosen(known: readonly string[], chosen: string | undefined): string[] {
  return chosen === undefined || chosen === '' || known.includes(chosen) ? [...known] : [...known, chosen];
}
