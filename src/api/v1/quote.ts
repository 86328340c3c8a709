import { z } from 'zod';
import { filmQuotes, makeQuote, type Quote, quotable, quoteById, removeQuote } from '../../domain/quote.ts';
import { drawnQuotes, QUOTE_SHAPES, quoteLine } from '../../views/quote-card.ts';
import { type Call, created, done, ok, operation } from '../operation.ts';
import { cursor, cursorIn, pageAnswer } from '../paging.ts';
import { id, instant, instantOf, language, pageOf, rating, sent, taken } from '../schema.ts';
import { atEntry } from './entry.ts';
import { atFilm } from './film.ts';

const AUTHOR_SAYS = 'its author lets it onto posters, by their word for all they wrote or for it alone';

const quote = sent(
  'Quote',
  z.strictObject({
    id,
    entry: id,
    fallen: z
      .enum(['removed', 'gone', 'tells', 'changed', 'no-word'])
      .nullable()
      .meta({ description: 'why it stands no longer; null where it stands' }),
    line: z
      .string()
      .nullable()
      .meta({ description: 'as it is to be printed: stars, words and name; null where it stands no longer' }),
    text: z.string().nullable().meta({ description: 'the words alone, `[…]` where some are left out' }),
    rating: rating.nullable().meta({ description: 'the review’s own, in half-stars' }),
    author: z.string().nullable(),
    language: language.nullable(),
    created: instant,
  }),
  'words of a review for a card or a poster, as they stand now',
  {
    id: '06f2e4l3m1o7q000000000006g',
    entry: '06f2e4l3m1o7q000000000002g',
    fallen: null,
    line: '★★★★½ “The last train waits for nobody.” — Ines',
    text: 'The last train waits for nobody.',
    rating: 9,
    author: 'Ines',
    language: 'en',
    created: '2026-11-25T12:00:00.000Z',
  },
);

const CURSOR = z.tuple([z.string().regex(/^[0-9a-v]{26}$/)]);
const QUOTES_PAGE = pageOf('QuotesPage', quote);
const atQuote = z.object({ quote: id });

const listQuotes = operation({
  id: 'listFilmQuotes',
  method: 'GET',
  path: '/films/{film}/quotes',
  tag: 'curating',
  summary: 'what is quoted from a film’s reviews, latest first',
  description: 'Quotes that stand no longer are among them and say why.',
  scope: 'curate',
  params: atFilm,
  query: z.strictObject({ cursor }),
  answers: { 200: { description: 'a page of them', schema: QUOTES_PAGE } },
  problems: ['not-found', 'bad-cursor'],
  paged: true,
  async handler(call) {
    const { reader, viewer, today, params, query } = call;
    const { id: filmId } = await call.film(params.film);
    const [before = null] = cursorIn(query.cursor, CURSOR) ?? [];
    const found = await filmQuotes(reader, filmId, viewer, today, before);
    return pageAnswer(call, found.quotes.map(quoteBody), found.next === null ? null : [found.next]);
  },
});

const getQuotable = operation({
  id: 'getQuotable',
  method: 'GET',
  path: '/entries/{entry}/quotable',
  tag: 'curating',
  summary: 'what may be quoted from a review, by the sentence',
  description: 'What is hidden within a line, and what it quotes itself, is left out.',
  scope: 'curate',
  params: atEntry,
  answers: {
    200: {
      description: 'its sentences, and whether a quote can be made',
      schema: sent(
        'Quotable',
        z.strictObject({
          sentences: z.array(z.string()),
          allowed: z.boolean().meta({ description: AUTHOR_SAYS }),
          tells: z
            .boolean()
            .meta({ description: 'the review tells the story, or nobody has said that it does not' }),
        }),
        'what a quote of a review is made from',
      ),
    },
  },
  problems: ['not-found'],
  async handler({ reader, viewer, params, today }) {
    const { sentences, said, against } = await quotable(reader, params.entry, viewer, today);
    return ok({ sentences, allowed: said.allowed, tells: against !== null });
  },
});

const addQuote = operation({
  id: 'addQuote',
  method: 'POST',
  path: '/entries/{entry}/quotes',
  tag: 'curating',
  summary: 'make a quote of a review',
  description:
    'Passages stand in the review word for word and in its order; one that says the same is ' +
    `there once, and comes back where it was taken away. Refused unless ${AUTHOR_SAYS}.`,
  scope: 'curate',
  params: atEntry,
  body: taken(
    'NewQuote',
    z.strictObject({ passages: z.array(z.string().max(5000)).min(1).max(100) }),
    'passages of a review; `[…]` within one shows that words are left out',
    { passages: ['The last train waits for nobody.'] },
  ),
  answers: { 201: { description: 'the quote', schema: quote } },
  problems: ['not-found', 'invalid'],
  async handler(call) {
    const { transact, params, body, viewer, now, today } = call;
    const made = await transact((writer) =>
      makeQuote(writer, params.entry, body.passages, viewer, { now, today }),
    );
    return created(`/quotes/${made}`, await quoteAsked(call, made));
  },
});

const getQuote = operation({
  id: 'getQuote',
  method: 'GET',
  path: '/quotes/{quote}',
  tag: 'curating',
  summary: 'a quote',
  scope: 'curate',
  params: atQuote,
  answers: { 200: { description: 'the quote as it stands', schema: quote } },
  problems: ['not-found'],
  handler: async (call) => ok(await quoteAsked(call, call.params.quote)),
});

const drawing = z.string().nullable().meta({ description: 'an SVG document' });

const getDrawings = operation({
  id: 'getQuoteDrawings',
  method: 'GET',
  path: '/quotes/{quote}/drawings',
  tag: 'curating',
  summary: 'a quote as drawings',
  scope: 'curate',
  params: atQuote,
  answers: {
    200: {
      description: 'SVG documents; null where the quote stands no longer',
      schema: sent(
        'QuoteDrawings',
        z.strictObject({
          outlined: z.boolean().meta({
            description: 'whether every letter is an outline; else the words need fonts where they are shown',
          }),
          square: drawing,
          landscape: drawing,
          ink: drawing,
          white: drawing,
        }),
        'a quote in the shapes it is drawn in',
      ),
    },
  },
  problems: ['not-found'],
  async handler({ reader, viewer, params, today, site, origin }) {
    const found = await quoteById(reader, params.quote, viewer, today);
    const film = found.fallen === null ? await reader.films.byId(found.review.filmId) : null;
    if (found.fallen !== null || film === null)
      return ok({ outlined: false, square: null, landscape: null, ink: null, white: null });
    const credits = await reader.films.credits(film.id);
    const drawn = drawnQuotes({ quote: found, film, credits, site, origin });
    const svgs = QUOTE_SHAPES.map((shape) => [shape, drawn[shape].svg]);
    const outlined = QUOTE_SHAPES.every((shape) => drawn[shape].outlined);
    return ok({ outlined, ...Object.fromEntries(svgs) });
  },
});

const dropQuote = operation({
  id: 'deleteQuote',
  method: 'DELETE',
  path: '/quotes/{quote}',
  tag: 'curating',
  summary: 'take a quote away',
  description: 'Whoever makes the same again brings it back.',
  scope: 'curate',
  params: atQuote,
  match: { of: getQuote },
  answers: { 204: { description: 'it is away' } },
  problems: ['not-found'],
  async handler({ transact, params, viewer, now }) {
    await transact((writer) => removeQuote(writer, params.quote, true, viewer, now));
    return done;
  },
});

async function quoteAsked(call: Pick<Call, 'reader' | 'viewer' | 'today'>, asked: string) {
  return quoteBody(await quoteById(call.reader, asked, call.viewer, call.today));
}

function quoteBody(of: Quote): z.output<typeof quote> {
  const { id, created } = of;
  const said = { id, created: instantOf(created) };
  if (of.fallen !== null) {
    const nothing = { line: null, text: null, rating: null, author: null, language: null };
    return { ...said, entry: of.entryId, fallen: of.fallen, ...nothing };
  }
  const { review, text } = of;
  const { rating, language, authorName: author } = review;
  return {
    ...{ ...said, entry: review.id, fallen: null, line: quoteLine({ ...review, text }), text },
    ...{ rating, author, language },
  };
}

export const QUOTES = [listQuotes, getQuotable, addQuote, getQuote, getDrawings, dropQuote];
