import type { moreFilms as english } from '../en/more-films.ts';

export const moreFilms: typeof english = {
  title: 'Weitere Filme',
  reasons: {
    director: 'auch von',
    cast: 'auch mit',
    named: 'in diesen Rezensionen erwähnt',
    lists: 'auf denselben Listen',
  },
};
