import { DomainError, invalid, notFound } from '../../domain/errors.ts';
import { clearFact, type FieldFacts, factsOf, setFact } from '../../domain/fact.ts';
import { fieldOf, languageTag } from '../../domain/fact-field.ts';
import { factOfText, textOfFact } from '../../domain/fact-text.ts';
import { LOOKED_UP, lookUpAgain, sourcesAsked } from '../../domain/film-source.ts';
import type { Fact, FactSource, FilmKey, FormerFact, LookedUpAt } from '../../domain/reader.ts';
import { dayIn } from '../../domain/viewing-date.ts';
import {
  type FactTyped,
  type FactWrong,
  type FieldLines,
  factsView,
  type LookedUpLine,
  type SaidLine,
} from '../../views/fact.ts';
import { filmKey } from '../film-route.ts';
import { field } from '../form.ts';
import { type Answer, moved, page, redirect, type Visit } from '../route.ts';

const DONE = ['set', 'empty', 'back', 'look'] as const;

/** All that is said of a film, and by whom. */
export async function showFacts(visit: Visit): Promise<Answer> {
  const key = await filmKey(visit);
  if (key.slug !== visit.params.slug) return moved(`/film/${key.slug}/facts`);
  return page(await facts(visit, key, null));
}

/** Sets a fact by hand, holds it empty, or goes back to what the sources say. */
export async function postFacts(visit: Visit): Promise<Answer> {
  const { reader, transact, viewer, now, services } = visit;
  const key = await filmKey(visit);
  const form = await visit.form();
  const act = (['set', 'empty', 'back', 'add', 'look'] as const).find((one) => one === field(form, 'do'));
  if (!act) throw invalid('act');
  if (act === 'look') {
    await transact(async (writer) => {
      await lookUpAgain(writer, key.id, viewer, now);
      writer.afterCommit(services.wakeJobs);
    });
    return redirect(`/film/${key.slug}/facts?done=look`);
  }
  const [name, of, value] = [field(form, 'name'), field(form, 'of'), field(form, 'value')];
  const path = act === 'add' ? pathOf(name, of) : field(form, 'field');
  try {
    if (act === 'back') await transact((writer) => clearFact(writer, key.id, path, viewer, now));
    else {
      const before = (await factsOf(reader, key.id)).find((one) => one.field === path)?.holds?.value;
      const said = { field: path, value: act === 'empty' ? null : factOfText(path, value, before) };
      await transact((writer) => setFact(writer, key.id, said, viewer, now));
    }
  } catch (error) {
    if (!(error instanceof DomainError && error.kind === 'invalid')) throw error;
    const wrong = error.code as FactWrong;
    const typed = { field: act === 'add' ? null : path, name, of, value, wrong };
    return page(await facts(visit, key, typed), 400);
  }
  const film = await reader.films.byId(key.id);
  return redirect(`/film/${film?.slug ?? key.slug}/facts?done=${act === 'add' ? 'set' : act}`);
}

/** A field's path from its name and from what somebody typed as to which one: "gb Theatrical", "DE". */
function pathOf(name: string, of: string): string {
  const parts = of.split(/[\s:,]+/).filter((part) => part !== '');
  const written = parts.map((part, at) => {
    if (name === 'title' || name === 'synopsis') return languageTag(part) ?? part;
    const country = at === 0 && ['release', 'certificate', 'watch'].includes(name);
    return country ? part.toUpperCase() : part.toLowerCase();
  });
  return [name, ...written].join(':');
}

async function facts(visit: Visit, key: FilmKey, typed: FactTyped | null) {
  const { reader, frame, url } = visit;
  const film = await reader.films.byId(key.id);
  if (!film) throw notFound('film');
  const all = await factsOf(reader, key.id);
  const named = await members(visit, all);
  const looked = await reader.filmSources.ofFilm(key.id);
  const gone = new Set(looked.filter(({ state }) => state === 'gone').map(({ source }) => source));
  const fields = all.flatMap((one) => fieldLines(visit, one, { named, gone }));
  const lookedUp = looked.flatMap((one) => lookedUpLine(visit, one));
  const asks = sourcesAsked(visit.site.settings).length > 0;
  const done = DONE.find((one) => one === url.searchParams.get('done')) ?? null;
  return factsView(frame, { film, fields, lookedUp, asks, done: typed ? null : done, typed });
}

/** Whoever has set something by hand, by name. */
async function members({ reader }: Visit, all: readonly FieldFacts[]): Promise<Map<string, string>> {
  const ids = new Set(all.flatMap(({ said }) => said.flatMap(({ memberId }) => memberId ?? [])));
  const found = await reader.members.byIds([...ids]);
  return new Map(found.map(({ id, name }) => [id, name]));
}

function lookedUpLine({ site }: Visit, { source, state, error, asked }: LookedUpAt): LookedUpLine[] {
  const known = LOOKED_UP.find((one) => one === source);
  const day = asked === null ? null : dayIn(site.settings.timeZone, asked);
  return known ? [{ source: known, state, error, day }] : [];
}

function fieldLines(
  visit: Visit,
  one: FieldFacts,
  { named, gone }: { named: ReadonlyMap<string, string>; gone: ReadonlySet<FactSource> },
): FieldLines[] {
  const parsed = fieldOf(one.field);
  if (!parsed) return [];
  const { timeZone } = visit.site.settings;
  const [scheme] = parsed.name === 'id' ? parsed.of : [];
  const line = (fact: Fact | FormerFact): SaidLine => ({
    source: fact.source,
    text: textOfFact(one.field, fact.value),
    licence: fact.licence,
    link: fact.link,
    from: dayIn(timeZone, fact.fetched),
    to: 'replaced' in fact ? dayIn(timeZone, fact.replaced) : null,
    by: 'replaced' in fact ? null : (named.get(fact.memberId ?? '') ?? null),
    gone: !('replaced' in fact) && (gone.has(fact.source) || gone.has(scheme as FactSource)),
  });
  const own = one.said.find(({ source }) => source === 'curator');
  return [
    {
      ...{ field: one.field, name: parsed.name, of: parsed.of },
      holds: one.holds && line(one.holds),
      heldEmpty: own !== undefined && own.value === null,
      byHand: own !== undefined,
      also: one.said.filter((fact) => fact !== one.holds && fact.value !== null).map(line),
      former: one.former.filter(({ value }) => value !== null).map(line),
    },
  ];
}
