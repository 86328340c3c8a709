import { forbidden, notFound } from '../domain/errors.ts';
import { lobbyCardPage } from '../domain/lobby-card.ts';
import { curates, type Viewer } from '../domain/viewer.ts';
import { sayingOf } from '../views/lobby-card.ts';
import { lobbyCard, SHEETS, type Sheet } from '../views/lobby-card-drawing.ts';
import { asPng } from './draw.ts';
import type { LentAnswer, LentVisit } from './visit.ts';

/** How a card for the lobby is asked for as a file: as the web room knows its routes. */
export interface LobbyCardRoute {
  method: 'GET';
  path: string;
  who: 'anyone';
  handler: (visit: LentVisit & { viewer: Viewer }) => Promise<LentAnswer>;
  cache: 'film';
}

/** Every sheet of a card for the lobby, below its page. */
export const LOBBY_CARD_ROUTES: readonly LobbyCardRoute[] = [
  { method: 'GET', path: '/film/:slug/card/:sheet', who: 'anyone', handler: showSheet, cache: 'film' },
];

/**
 * A card as an SVG; for those who curate as a PNG too, which at 300 dots to the inch takes a while to draw.
 *
 * @throws DomainError `not-found`, also for a PNG that our letters cannot write; `forbidden`
 */
async function showSheet(visit: LentVisit & { viewer: Viewer }): Promise<LentAnswer> {
  const { reader, film: key, params, url, viewer, words, site, origin } = visit;
  const [, sheet = '', format] = /^([a-z0-9]+)\.(svg|png)$/.exec(params.sheet ?? '') ?? [];
  if (!key || !Object.hasOwn(SHEETS, sheet)) throw notFound('film');
  if (format === 'png' && !curates(viewer)) throw forbidden('curators-only');
  const asked = (name: string) => url.searchParams.get(name)?.slice(0, 40) || null;
  const chosen = { screening: asked('screening'), quote: asked('quote') };
  const shown = await lobbyCardPage(reader, key, chosen, viewer, visit);
  const saying = sayingOf(words, shown, { name: site.name, origin });
  const { svg, outlined } = lobbyCard(saying, sheet as Sheet, format === 'png');
  if (format === 'svg')
    return { kind: 'body', body: svg, type: 'image/svg+xml', status: 200, forever: false };
  if (!outlined) throw notFound('film');
  return { kind: 'body', body: await asPng(svg), type: 'image/png', status: 200, forever: false };
}
