import { z } from 'zod';
import { invalid } from '../../domain/errors.ts';
import {
  addPicture,
  chooseBySources,
  chooseNone,
  choosePicture,
  keepPicture,
  type Picture,
  pictureSays,
  picturesOf,
  removePicture,
  restorePicture,
} from '../../domain/pictures.ts';
import { pictureAddress } from '../../views/picture.ts';
import { type Call, created, ok, operation } from '../operation.ts';
import { id, instant, instantOf, key, sent, taken, url } from '../schema.ts';
import { atFilm } from './film.ts';

const kind = z.enum(['poster', 'still']).meta({ description: 'a poster, or a still out of the film' });
const words = z.string().max(2000).default('');
const LICENCE = 'a licence’s name, or `ours`, `permission` or `public-domain`';

const picture = z.strictObject({
  id,
  kind,
  source: z.enum(['upload', 'tmdb', 'wikidata']).meta({ description: 'who brought it' }),
  state: z
    .enum(['waiting', 'here', 'refused', 'removed'])
    .meta({ description: '`removed` ones can be put back for 30 days' }),
  problem: z.string().nullable().meta({ description: 'why it was not taken, or not yet' }),
  stands: z.boolean().meta({ description: 'whether it is the one that is shown' }),
  files: z
    .array(z.strictObject({ format: z.enum(['avif', 'webp', 'jpg']), width: z.int(), url }))
    .meta({ description: 'where each of its sizes is, in each format' }),
  height: z.int().nullable().meta({ description: 'of its largest size, in pixels' }),
  licence: z.string().nullable().meta({ description: LICENCE }),
  licenceLink: url.nullable(),
  credit: z.string().nullable().meta({ description: 'who is to be named with it' }),
  link: url.nullable().meta({ description: 'where it is from' }),
  alt: z.string().nullable().meta({ description: 'what is to be seen on it' }),
  added: instant,
});

const pictures = sent(
  'FilmPictures',
  z.strictObject({ items: z.array(picture) }),
  'the posters and stills of a film, each with its source and licence',
);

const listPictures = operation({
  id: 'listPictures',
  method: 'GET',
  path: '/films/{film}/pictures',
  tag: 'curating',
  summary: 'the posters and stills of a film',
  scope: 'curate',
  params: atFilm,
  answers: { 200: { description: 'all of them', schema: pictures } },
  problems: ['not-found'],
  handler: async (call) => ok(await body(call, (await call.film(call.params.film)).id)),
});

const bring = operation({
  id: 'addPicture',
  method: 'POST',
  path: '/films/{film}/pictures',
  tag: 'curating',
  summary: 'bring a poster or a still',
  description:
    'One file: a JPEG, PNG, WebP, AVIF or GIF of up to 20 MB and 32 million pixels. It is drawn anew in several sizes, and stands from then on; nothing else that was in the file is kept.',
  scope: 'curate',
  limit: 'import',
  params: atFilm,
  query: z.strictObject({
    kind: words.meta({ description: '`poster` or `still`' }),
    licence: words.meta({
      description: `by what right it is shown: \`ours\`, \`permission\`, \`public-domain\`, \`CC0-1.0\`, \`CC-BY-4.0\`, \`CC-BY-SA-4.0\`, or \`other\``,
    }),
    otherLicence: words.meta({ description: 'the name of another licence' }),
    otherLink: words.meta({ description: 'the address of another licence' }),
    credit: words.meta({ description: 'who is to be named with it' }),
    link: words.meta({ description: 'where it is from; may be left out' }),
    alt: words.meta({ description: 'what is to be seen on it; may be left out' }),
  }),
  body: 'files',
  answers: { 201: { description: 'the pictures of the film now', schema: pictures } },
  problems: ['not-found', 'invalid'],
  async handler(call) {
    const { transact, query, body: brought, viewer, now, services } = call;
    const { files, pictures: desk } = services;
    try {
      const { id: filmId } = await call.film(call.params.film);
      const says = pictureSays(query);
      const [file, another] = brought;
      if (!file || another) throw invalid('file');
      const bytes = await files.read(file.hash);
      if (!bytes) throw invalid('file');
      const kept = await keepPicture(desk, says.kind, bytes);
      await transact((writer) => addPicture(writer, filmId, { ...says, ...kept }, viewer, now)).catch(
        async (error: unknown) => {
          await desk.release(kept.files.map(({ hash }) => hash));
          throw error;
        },
      );
      return created(`/films/${filmId}/pictures`, await body(call, filmId));
    } finally {
      await files.release(brought.map(({ hash }) => hash));
    }
  },
});

const atPicture = z.object({ film: key, picture: id });

const remove = operation({
  id: 'removePicture',
  method: 'DELETE',
  path: '/films/{film}/pictures/{picture}',
  tag: 'curating',
  summary: 'take a picture away',
  description: 'It is given out no more. For 30 days it can be put back; then it goes for good.',
  scope: 'curate',
  params: atPicture,
  match: { of: listPictures },
  answers: { 200: { description: 'the pictures of the film now', schema: pictures } },
  problems: ['not-found'],
  async handler(call) {
    const of = await pictureAt(call);
    await call.transact((writer) => removePicture(writer, of, call.viewer, call.now));
    return ok(await body(call, of.filmId));
  },
});

const restore = operation({
  id: 'restorePicture',
  method: 'POST',
  path: '/films/{film}/pictures/{picture}/restore',
  tag: 'curating',
  summary: 'put back a picture that was taken away',
  scope: 'curate',
  params: atPicture,
  answers: { 200: { description: 'the pictures of the film now', schema: pictures } },
  problems: ['not-found'],
  async handler(call) {
    const of = await pictureAt(call);
    await call.transact((writer) => restorePicture(writer, of, call.viewer, call.now));
    return ok(await body(call, of.filmId));
  },
});

const atKind = z.object({ film: key, kind: kind.meta({ description: 'which of the two stands' }) });

const choose = operation({
  id: 'choosePicture',
  method: 'PUT',
  path: '/films/{film}/standing-picture/{kind}',
  tag: 'curating',
  summary: 'choose which poster or still stands',
  description: 'It holds over whatever any source says. Null lets none stand: the card is drawn.',
  scope: 'curate',
  params: atKind,
  body: taken('PictureChoice', z.strictObject({ picture: id.nullable() }), 'one of its pictures, or none', {
    picture: null,
  }),
  match: { of: listPictures },
  answers: { 200: { description: 'the pictures of the film now', schema: pictures } },
  problems: ['not-found', 'invalid'],
  async handler(call) {
    const { transact, params, viewer, now } = call;
    const { id: filmId } = await call.film(call.params.film);
    const { picture: pictureId } = call.body;
    await transact((writer) =>
      pictureId === null
        ? chooseNone(writer, filmId, params.kind, viewer, now)
        : choosePicture(writer, { filmId, pictureId }, viewer, now),
    );
    return ok(await body(call, filmId));
  },
});

const unchoose = operation({
  id: 'unchoosePicture',
  method: 'DELETE',
  path: '/films/{film}/standing-picture/{kind}',
  tag: 'curating',
  summary: 'go back to the picture that the sources name',
  scope: 'curate',
  params: atKind,
  match: { of: listPictures },
  answers: { 200: { description: 'the pictures of the film now', schema: pictures } },
  problems: ['not-found'],
  async handler(call) {
    const { transact, params, viewer, now } = call;
    const { id: filmId } = await call.film(call.params.film);
    await transact((writer) => chooseBySources(writer, filmId, params.kind, viewer, now));
    return ok(await body(call, filmId));
  },
});

async function pictureAt(call: Call<z.output<typeof atPicture>>) {
  return { filmId: (await call.film(call.params.film)).id, pictureId: call.params.picture };
}

async function body({ reader, origin }: Pick<Call, 'reader' | 'origin'>, filmId: string) {
  const { pictures: all, stands } = await picturesOf(reader, filmId);
  return { items: all.map((one) => sentOf(origin, one, stands[one.kind] === one.id)) };
}

function sentOf(origin: string, one: Picture, stands: boolean): z.output<typeof picture> {
  const { id: pictureId, source, removed, problem, height, licence, licenceLink, credit, link, alt } = one;
  const state = removed === null ? one.state : 'removed';
  const files = state !== 'here' ? [] : one.widths.flatMap((width) => filesOf(origin, pictureId, width));
  return {
    ...{ id: pictureId, kind: one.kind, source, state, problem, stands, files, height },
    ...{ licence, licenceLink, credit, link, alt, added: instantOf(one.created) },
  };
}

function filesOf(origin: string, pictureId: string, width: number) {
  return (['avif', 'webp', 'jpg'] as const).map((format) => ({
    ...{ format, width },
    url: `${origin}${pictureAddress(pictureId, width, format)}`,
  }));
}

export const PICTURES = [listPictures, bring, remove, restore, choose, unchoose];
