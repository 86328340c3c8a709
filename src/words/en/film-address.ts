/** Where a film stands, and taking one away. */
export const filmAddress = {
  link: 'Address',
  title: 'Address of the film',
  label: 'Address',
  hint: 'What stands behind /film/. Letters and digits of any script; everything else becomes a hyphen.',
  lead: 'All former addresses go on leading to the film.',
  save: 'Give it this address',
  back: 'Back to the film',
  saved: 'This is its address now.',
  remove: {
    title: 'Take the film away',
    lead: 'Nobody has written, rated, listed or shown anything here. It can be brought back.',
    inUse:
      'Something is on this film: reviews, ratings, lists or screenings. It cannot be taken away, but it can become part of another film.',
    leadsTo: 'Its addresses lead to',
    leadsToHint:
      'The address of another film, as it stands behind /film/. Left empty, they say that the film is gone.',
    button: 'Take it away',
  },
  wrong: {
    slug: 'An address needs at least one letter or digit.',
    'slug-taken': 'This is or was the address of another film.',
    film: 'There is no film at that address.',
    'same-film': 'That is this very film.',
    'in-use': 'Somebody has done something with it in the meantime.',
    'another-running': 'An import or a merge is under way. Try again in a moment.',
  },
};
