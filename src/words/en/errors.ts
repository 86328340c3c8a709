/** What a reader is told when something did not work: what happened, what is safe, what to do. */
export const errors = {
  notFound: {
    title: 'Not found',
    film: 'There is no film at this address.',
    review: 'This review is not here, or no longer for everyone.',
    member: 'Nobody here goes by that name.',
    page: 'There is no page at this address.',
    help: 'It may have moved. The films are a good place to look.',
    near: 'Was it one of these?',
    search: 'Look for a film',
    searchButton: 'Look',
  },
  method: {
    title: 'Not to be opened like this',
    text: 'There is something at this address, but not a page to open. It may have been a form: go back to its page and send it again.',
  },
  forbidden: {
    title: 'Not yours to open',
    text: 'This page is for the people who look after the site.',
    elsewhere:
      'This form was sent from another site, so nothing was changed. Open the page here and send it again.',
  },
  gone: {
    title: 'No longer here',
    text: 'Whoever wrote this review has taken it away.',
    film: 'This film was taken away. Nothing was written on it.',
  },
  tooMany: {
    title: 'A short pause, please',
    text: (seconds: number) =>
      `That was a lot in a short time. Nothing is lost: go back, wait ${seconds < 90 ? `${Math.ceil(seconds)} seconds` : `${Math.ceil(seconds / 60)} minutes`} and send it again.`,
  },
  tooLarge: {
    title: 'Too large to take',
    text: (bytes: number) =>
      `What was sent is larger than the ${Math.round(bytes / 1_000_000)} MB this page takes.`,
  },
  invalid: { title: 'Something is missing', text: 'The form could not be read. Go back and send it again.' },
  conflict: {
    title: 'Somebody was quicker',
    text: 'This was changed in the meantime. Go back and look again.',
  },
  busy: {
    title: 'Busy for a moment',
    text: 'The site cannot write just now. Nothing is lost: go back and send it again in a little while.',
  },
  broken: {
    title: 'Something broke here',
    text: 'This page could not be made. The fault is on our side, and nothing you wrote was changed by it.',
    id: (id: string) => `If you tell the house about it, name this number: ${id}`,
  },
};
