import type { FilmPictures, Picture, PictureEvent, PictureInput } from '../domain/pictures.ts';
import type { Film, PictureKind } from '../domain/reader.ts';
import type { Words } from '../words/words.ts';
import { BESIDE, filmHead } from './beside-film.ts';
import { notice, selectField, textField } from './field.ts';
import { attributes, type Html, html, nothing } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { creditLine, pictureAddress } from './picture.ts';
import { filmName } from './stars.ts';

export type PictureWrong = keyof Words['picture']['wrong'];

const KINDS: readonly PictureKind[] = ['poster', 'still'];

/** What somebody typed beside a picture that could not be taken. */
export interface PictureTyped {
  input: PictureInput;
  wrong: PictureWrong;
}

export interface PicturesView extends FilmPictures {
  film: Film;
  /** With who did it, and on which calendar date where the site is. */
  history: (PictureEvent & { by: string | null; day: string })[];
  typed: PictureTyped | null;
  done: keyof Words['picture']['done'] | null;
  /** The largest file that is taken, in bytes. */
  most: number;
}

/** The pictures of a film for its curators: which stands, where each is from, and how one is added. */
export function picturesView(frame: Frame, view: PicturesView): Html {
  const { words } = frame;
  const { picture: w } = words;
  const { film, pictures, typed } = view;
  const here = pictures.filter(({ removed }) => removed === null);
  const removed = pictures.filter((one) => one.removed !== null && one.state === 'here');
  const gone =
    removed.length > 0 &&
    html`<section class="fact" aria-labelledby="removed"><h2 id="removed">${w.removedTitle}</h2>
<p class="soft">${w.removedLead}</p>
${removed.map((one) => line(words, view, one))}</section>
`;
  return layout(frame, {
    title: `${w.title}: ${filmName(film)}`,
    style: 'fact.css',
    kind: `${BESIDE} pictures-of`,
    unlisted: true,
    main: html`${filmHead(film, w.title)}<div class="all">
${view.done && notice(w.done[view.done])}${typed && notice(html`<b>${w.wrong[typed.wrong]}</b>`, true)}<p>${w.lead}</p>
${here.length === 0 ? html`<p class="empty">${w.nothing}</p>\n` : KINDS.map((kind) => ofKind(words, view, kind))}${adding(words, view)}${gone}${past(words, view)}<p class="doors"><a class="door" href="/film/${film.slug}">${words.known.back}</a> <a class="door" href="/film/${film.slug}/facts">${words.fact.link}</a></p>
</div>`,
  });
}

/** The pictures of one kind, with what there is to choose. */
function ofKind(words: Words, view: PicturesView, kind: PictureKind): Html {
  const { picture: w } = words;
  const some = view.pictures.filter((one) => one.kind === kind && one.removed === null);
  const stands = view.stands[kind];
  if (some.length === 0) return nothing;
  const choice = (act: string, said: string) =>
    html`<button class="door" name="do" value="${act}">${said}</button>`;
  const none = stands !== null && choice('none', w.chooseNone[kind]);
  const back = view.byHand[kind] && choice('sources', w.bySources);
  return html`<section class="fact" aria-labelledby="${kind}"><h2 id="${kind}">${w.kinds[kind]}</h2>
${stands === null && html`<p class="soft">${w.none[kind]}</p>\n`}${some.map((one) => line(words, view, one))}${(none || back) && html`<form method="post" action="/film/${view.film.slug}/pictures/choose"><input type="hidden" name="kind" value="${kind}"><p class="doors">${none}${none && back && ' '}${back}</p></form>\n`}</section>
`;
}

/** One picture with where it is from, and what can be done with it. */
function line(words: Words, { film, stands }: PicturesView, one: Picture): Html {
  const { picture: w } = words;
  const { id, kind, state, removed, width, height } = one;
  const standing = stands[kind] === id;
  const acts =
    removed !== null
      ? [['restored', w.restore]]
      : [
          ...(state === 'here' && !standing ? [['chosen', w.choose(w.kinds[kind])]] : []),
          ['removed', w.remove],
        ];
  const buttons = acts.map(
    ([act = '', said = ''], at) =>
      html`${at > 0 && ' '}<button class="door" name="do" value="${act}">${said}</button>`,
  );
  const here = state === 'here';
  const small = here && removed === null && thumbnail(words, one);
  return html`<div class="said one-picture">${small}<div>
<p class="value">${standing && html`<b>${w.stands[kind]}</b><br>`}${here ? html`${creditLine(words, kind, one)}<br>${w.size(width ?? 0, height ?? 0)}` : problem(words, one)}</p>
<form method="post" action="/film/${film.slug}/pictures/choose"><input type="hidden" name="picture" value="${id}"><p class="doors">${buttons}</p></form>
</div></div>
`;
}

function thumbnail({ picture: w }: Words, { id, kind, widths, width, height, alt }: Picture): Html {
  const [least = 0] = widths;
  const size = { width: least, height: Math.round(((height ?? 0) * least) / (width || 1)) };
  const said = { src: pictureAddress(id, least, 'jpg'), ...size, alt: alt ?? w.kinds[kind], loading: 'lazy' };
  return html`<img${attributes(said)}>`;
}

/** Why a picture is not here. */
function problem({ picture: w }: Words, { state, problem: why, link }: Picture): Html {
  const known = why !== null && Object.hasOwn(w.refused, why) ? (why as keyof typeof w.refused) : 'other';
  const said = state === 'waiting' && why === null ? w.waiting : w.refused[known];
  return html`${said}${link && html` <a href="${link}" rel="nofollow noopener noreferrer">${w.there}</a>`}`;
}

/** The form by which a picture is added. Nothing is chosen beforehand. */
function adding(words: Words, { film, typed, most }: PicturesView): Html {
  const { picture: w, imports } = words;
  const { add } = w;
  const wrong = typed?.wrong ?? null;
  const value = (name: keyof PictureInput) => typed?.input[name] ?? '';
  const text = (name: keyof PictureInput, as: PictureWrong, label: string, hint?: string) =>
    textField({
      ...{ name: as, label, value: value(name), autocomplete: 'off' },
      ...(hint ? { hint } : {}),
      wrong: wrong === as ? w.wrong[as] : null,
    });
  const kinds = [['', add.choose], ...KINDS.map((kind) => [kind, add.kinds[kind]])] as [string, string][];
  const { other, ...own } = add.licences;
  const licences = Object.entries({ '': add.choose, ...w.licences, ...own, other });
  const ofFile = wrong !== null && !FIELDS.includes(wrong);
  const described = `file-hint${ofFile ? ' file-wrong' : ''}`;
  return html`<section class="fact" aria-labelledby="add"><h2 id="add">${add.title}</h2>
<form method="post" action="/film/${film.slug}/pictures" enctype="multipart/form-data">
${selectField({ name: 'kind', label: add.kind, options: kinds, value: value('kind') })}${selectField({ name: 'licence', label: add.licence, options: licences, value: value('licence') })}${text('otherLicence', 'other-licence', add.otherLicence)}${text('otherLink', 'other-link', add.otherLink)}${text('credit', 'credit', add.credit, add.creditHint)}${text('link', 'link', add.source, add.sourceHint)}${text('alt', 'alt', add.alt, add.altHint)}<div class="field"><label for="file">${add.file}</label><span class="hint" id="file-hint">${add.fileHint(imports.page.size(most))}</span><input${attributes({ id: 'file', name: 'file', type: 'file', accept: '.jpg,.jpeg,.png,.webp,.avif,.gif', required: true, 'aria-describedby': described, 'aria-invalid': ofFile ? 'true' : null })}>${ofFile && wrong && html`<p class="wrong" id="file-wrong">${w.wrong[wrong]}</p>`}</div>
<p class="doors"><button class="door first">${add.button}</button></p>
</form></section>
`;
}

/** What is wrong with a word of the form, and not with the picture. */
const FIELDS: readonly PictureWrong[] = [
  ...(['kind', 'licence', 'other-licence', 'other-link', 'credit', 'link', 'alt'] as const),
];

function past({ picture: { history: w, kinds } }: Words, { history }: PicturesView): Html {
  if (history.length === 0) return nothing;
  const each = history.map(
    ({ what, kind, by, day }) =>
      html`<li>${w[what](kinds[kind])} <span class="soft">${by === null ? w.at(day) : w.by(by, day)}</span></li>\n`,
  );
  return html`<section class="fact" aria-labelledby="past"><h2 id="past">${w.title}</h2>
<ul>
${each}</ul></section>
`;
}
