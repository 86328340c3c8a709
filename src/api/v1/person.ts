import { z } from 'zod';
import { personNamed, personPage } from '../../domain/person.ts';
import { ok, operation } from '../operation.ts';
import { Moved } from '../problem.ts';
import { id, key, sent, slug, url } from '../schema.ts';
import { cardOf, filmCard, personUrl } from './film-shape.ts';

export const personCard = sent(
  'PersonCard',
  z.strictObject({ id, slug, name: z.string(), url }),
  'somebody who made films',
  {
    id: '06f2e4l3m1o7q000000000001g',
    slug: 'ilse-marten',
    name: 'Ilse Marten',
    url: 'https://films.example/person/ilse-marten',
  },
);

const person = sent(
  'Person',
  z.strictObject({
    ...personCard.shape,
    parts: z.array(z.strictObject({ role: z.string(), films: z.array(filmCard) })),
  }),
  'somebody who made films, and their films by the part they had',
);

/** Of each part somebody had, so many films are sent, the newest. */
const MOST_FILMS = 1000;

const getPerson = operation({
  id: 'getPerson',
  method: 'GET',
  path: '/people/{person}',
  tag: 'people',
  summary: 'somebody who made films',
  scope: null,
  params: z.object({ person: key.meta({ description: 'a person, by their slug' }) }),
  answers: { 200: { description: 'the person', schema: person } },
  problems: ['not-found'],
  kept: 'catalogue',
  async handler({ reader, params, origin }) {
    const somebody = await personNamed(reader, params.person);
    if (somebody.slug !== params.person) throw new Moved(somebody.slug);
    const found = await personPage(reader, somebody, MOST_FILMS);
    const parts = found.parts.map(({ role, films }) => ({
      role,
      films: films.map(({ filmId, ...film }) => cardOf(origin, { id: filmId, ...film })),
    }));
    return ok({ ...personOf(origin, found.person), parts });
  },
});

/** Somebody who made films, by their name, as they are sent. */
export function personOf(
  origin: string,
  { id, slug, name }: { id: string; slug: string; name: string },
): z.output<typeof personCard> {
  return { id, slug, name, url: personUrl(origin, slug) };
}

export const PEOPLE = [getPerson];
