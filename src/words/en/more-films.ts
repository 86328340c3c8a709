/** Films for whoever looks at one, each with its reason. */
export const moreFilms = {
  title: 'More films',
  /** Why a film stands there; after `director` and `cast` a name follows. */
  reasons: {
    director: 'also by',
    cast: 'also with',
    named: 'named in these reviews',
    lists: 'on the same lists',
  },
};
