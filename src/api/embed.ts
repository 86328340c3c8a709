import {
  filmStrip,
  programmeStrip,
  readStripOptions,
  reviewStrip,
  STRIP_OPTIONS,
  type StripOptions,
  type StripProblem,
} from '../domain/strip.ts';
import { attributes, type Html, render } from '../views/html.ts';
import { filmName } from '../views/stars.ts';
import { filmStripView, reviewStripView, type StripFrame, unknownStripView } from '../views/strip.ts';
import { stripElement, stripPage } from '../views/strip-page.ts';
import { programmeStripView, programmeTitle } from '../views/strip-programme.ts';
import { type Words, wordsFor } from '../words/words.ts';
import { filmStripData, programmeStripData } from './embed-data.ts';
import { json, type LentAnswer, type LentVisit, text } from './visit.ts';

/** In what form a strip is asked for: a page for a frame, HTML to stand within a page, or data. */
type Form = 'page' | 'html' | 'json';

/** What is asked of a strip, and in which words it is answered. */
interface Asked {
  options: StripOptions;
  problems: StripProblem[];
  words: Words;
  form: Form;
}

/**
 * A film's strip. One that is not known is answered 404 with its sentence: whoever looks at the page reads it in the
 * frame as with 200, and a site's back end, a cache and a crawler are told that there is nothing to keep.
 */
export async function showFilmStrip(visit: LentVisit): Promise<LentAnswer> {
  const { reader, film: key, params, url, today } = visit;
  const [, suffix = 'page'] = /\.(html|json)$/.exec(params.slug ?? '') ?? [];
  const asked = askedOf(visit, suffix as Form);
  const { options, problems, words } = asked;
  const strip = key && (await filmStrip(reader, key, options, today));
  if (!key || !strip) return notKnown(visit, asked, 'unknown');
  const named = `${encodeURIComponent(key.slug)}${suffix === 'page' ? '' : `.${suffix}`}`;
  // By a former slug or by somebody else's id it is kept once, under its own name.
  if (params.slug !== `${key.slug}${suffix === 'page' ? '' : `.${suffix}`}`)
    return { kind: 'redirect', to: `/embed/film/${named}${url.search}`, status: 301, cookies: [] };
  const view = { ...strip, options, problems };
  if (asked.form === 'json') return json(filmStripData({ words, ...placeOf(visit) }, view));
  const title = words.strip.of(filmName(strip.film));
  return inForm(visit, asked, { title, film: key.slug, strip: (frame) => filmStripView(frame, view) });
}

/** A strip of one review. */
export async function showReviewStrip(visit: LentVisit): Promise<LentAnswer> {
  const { reader, params, today } = visit;
  const asked = askedOf(visit, 'page');
  const review = await reviewStrip(reader, params.id ?? '', today);
  if (!review) return notKnown(visit, asked, 'unknownReview');
  const film = { slug: review.filmSlug, title: review.filmTitle, year: review.filmYear };
  const { options } = asked;
  return inForm(visit, asked, {
    title: asked.words.strip.of(filmName(film)),
    film: film.slug,
    strip: (frame) => reviewStripView(frame, { film, review, options }),
  });
}

/** What is shown in the next fourteen days, in one form. */
export function showProgrammeStrip(form: Form): (visit: LentVisit) => Promise<LentAnswer> {
  return async (visit) => {
    const { reader, now, today, site } = visit;
    const asked = askedOf(visit, form);
    const { options, problems, words } = asked;
    const { timeZone } = site.settings;
    const strip = await programmeStrip(reader, options, { now, today, timeZone });
    if (!strip) return notKnown(visit, asked, 'unknownVenue');
    const view = { ...strip, options, problems };
    if (form === 'json') return json(programmeStripData({ words, ...placeOf(visit) }, view));
    const title = programmeTitle(words, strip);
    return inForm(visit, asked, { title, film: null, strip: (frame) => programmeStripView(frame, view) });
  };
}

/** The script that makes elements of strips, for pages elsewhere: it may be an hour old. */
export async function showScript({ services }: LentVisit): Promise<LentAnswer> {
  const headers = { 'cache-control': 'public, max-age=3600' };
  return text(services.builtText('embed.js'), 'text/javascript', 200, headers);
}

function askedOf({ url, words, site }: LentVisit, form: Form): Asked {
  const { options, problems } = readStripOptions(url.searchParams);
  const spoken = options.words === null ? words : wordsFor(options.words, site.settings.language);
  return { options, problems, words: spoken, form };
}

function placeOf({ site, origin }: LentVisit) {
  return { siteName: site.name, origin };
}

function notKnown(
  visit: LentVisit,
  asked: Asked,
  what: 'unknown' | 'unknownReview' | 'unknownVenue',
): LentAnswer {
  const said = asked.words.strip[what](visit.site.name);
  if (asked.form === 'json') return json({ error: said }, 404);
  const strip = (frame: StripFrame) => unknownStripView(frame, asked.options, what);
  return { ...inForm(visit, asked, { title: said, film: null, strip }), status: 404 } as LentAnswer;
}

/** A strip as a page, as HTML for a page, or as the element (`as=element`) that is drawn without a script. */
function inForm(
  visit: LentVisit,
  { options, words, form }: Asked,
  { title, film, strip }: { title: string; film: string | null; strip: (frame: StripFrame) => Html },
): LentAnswer {
  const { frame, origin, url } = visit;
  const place = { words, ...placeOf(visit) };
  const { theme } = options;
  if (form === 'page') {
    const page = stripPage(words, { title, theme, strip: strip({ ...place, level: 1 }), asset: frame.asset });
    return { kind: 'page', page, status: 200, cookies: [] };
  }
  const inside = strip({ ...place, level: 2 });
  if (url.searchParams.get('as') !== 'element') return text(render(inside), 'text/html');
  const asked = Object.fromEntries(
    [...url.searchParams].filter(([name]) => Object.hasOwn(STRIP_OPTIONS, name)),
  );
  const style = `${origin}${frame.asset('embed-strip.css')}`;
  return text(render(stripElement(inside, { film, style, attributes: attributes(asked) })), 'text/html');
}
