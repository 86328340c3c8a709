import { notFound } from '../../domain/errors.ts';
import { lobbyCardPage } from '../../domain/lobby-card.ts';
import { curates } from '../../domain/viewer.ts';
import { lobbyCardView, reviewAddress, sayingOf } from '../../views/lobby-card.ts';
import { lobbyCard, SHEETS, type Sheet } from '../../views/lobby-card-drawing.ts';
import { type Answer, moved, page, type Visit } from '../route.ts';

/** A card for the lobby, to be printed. */
export async function showLobbyCard(visit: Visit): Promise<Answer> {
  const { reader, viewer, film: key, params, url, words, site, origin, frame } = visit;
  if (!key) throw notFound('film');
  if (key.slug !== params.slug) return moved(`/film/${encodeURIComponent(key.slug)}/card${url.search}`);
  const asked = (name: string) => url.searchParams.get(name)?.slice(0, 40) || null;
  const chosen = { screening: asked('screening'), quote: asked('quote') };
  const shown = await lobbyCardPage(reader, key, chosen, viewer, visit);
  const paper = asked('paper') ?? '';
  const sheet = Object.hasOwn(SHEETS, paper) ? (paper as Sheet) : 'a4';
  const drawn = lobbyCard(sayingOf(words, shown, { name: site.name, origin }), sheet);
  const address = reviewAddress(shown.film, origin);
  return page(lobbyCardView(frame, { ...shown, sheet, drawn, address, curates: curates(viewer) }));
}
