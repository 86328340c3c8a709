/** The films that reviews name. */
export const mention = {
  inReviewsOf: 'Mentioned in reviews of',
  also: 'Also names',
  link: 'Films it names',
  title: 'Films this review names',
  none: 'So far it names none that is known here.',
  remove: 'Remove',
  removeOne: (film: string) => `Remove ${film}`,
  another: 'Another film it names',
  hint: 'By its title, and by its year where several are called so',
  find: 'Find it',
  which: 'Which one is it?',
  noneCalled: 'No other film here is called so.',
  add: 'Add',
  addOne: (film: string) => `Add ${film}`,
  back: 'Back to the review',
};
