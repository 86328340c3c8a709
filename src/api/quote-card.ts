import { DomainError, notFound } from '../domain/errors.ts';
import { quoteById } from '../domain/quote.ts';
import type { Viewer } from '../domain/viewer.ts';
import { drawnQuotes, QUOTE_SHAPES } from '../views/quote-card.ts';
import { asPng } from './draw.ts';
import type { LentAnswer, LentVisit } from './visit.ts';

/** How a drawn quote is asked for: as the web room knows its routes. It is for those who curate. */
export interface QuoteCardRoute {
  method: 'GET';
  path: string;
  who: 'curator';
  handler: (visit: LentVisit & { viewer: Viewer }) => Promise<LentAnswer>;
}

/** Every drawing of a quote, below its page. */
export const QUOTE_CARD_ROUTES: readonly QuoteCardRoute[] = [
  { method: 'GET', path: '/quote/:id/:drawing', who: 'curator', handler: showDrawing },
];

/**
 * A quote as an SVG or a PNG.
 *
 * @throws DomainError `gone` for one that stands no longer; `not-found`, also for a PNG that our letters cannot write
 */
async function showDrawing(visit: LentVisit & { viewer: Viewer }): Promise<LentAnswer> {
  const { reader, params, viewer, today, site, origin } = visit;
  const [, asked, format] = /^([a-z]+)\.(svg|png)$/.exec(params.drawing ?? '') ?? [];
  const shape = QUOTE_SHAPES.find((one) => one === asked);
  const id = params.id ?? '';
  if (!shape || !/^[0-9a-v]{26}$/.test(id)) throw notFound('quote');
  const quote = await quoteById(reader, id, viewer, today);
  if (quote.fallen !== null) throw new DomainError('gone', 'quote');
  const film = await reader.films.byId(quote.review.filmId);
  if (!film) throw notFound('quote');
  const credits = await reader.films.credits(film.id);
  const { svg, outlined } = drawnQuotes({ quote, film, credits, site, origin })[shape];
  if (format === 'svg') return picture(svg, 'image/svg+xml');
  if (!outlined) throw notFound('quote');
  return picture(await asPng(svg), 'image/png');
}

function picture(body: string | Uint8Array, type: string): LentAnswer {
  return { kind: 'body', body, type, status: 200, forever: false };
}
