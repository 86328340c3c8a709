/** What readers report, and what authors of reviews from elsewhere ask. */
export const report = {
  mine: {
    title: 'This is mine: change or remove it',
    text: 'Did you write this review? Ask here; you need no account. Readers stop seeing it as soon as you ask, until the house has decided.',
    wish: 'What should happen?',
    change: 'Change it',
    remove: 'Remove it',
    message: 'What should be changed, or how we can know that it is yours',
    send: 'Hide it and ask',
    done: 'It is hidden from readers now. The house will look at what you asked.',
    ofMember:
      'This was written here by a member. Whoever wrote it can sign in to change or delete it; you can report it.',
  },
  report: {
    title: 'Report this review',
    text: 'The house reads what you write here. The review stays where it is until then.',
    reason: 'What is wrong with it?',
    reasons: {
      abuse: 'It insults or threatens somebody',
      spoilers: 'It tells the story without a warning',
      spam: 'It is an advertisement',
      plagiarism: 'Somebody else wrote it',
      other: 'Something else',
    },
    message: 'What the house should know',
    send: 'Report it',
    done: 'Thank you. The house will read it.',
    settled: 'It is marked now: it tells the story.',
  },
  mail: {
    subject: (film: string) => `What was decided about a review of ${film}`,
    kept: (about: { site: string; film: string; author: string; link: string }) =>
      `You wrote to ${about.site} about the review of ${about.film} by ${about.author}.

The house has looked at it and decided that it stays. It stands here:

${about.link}
`,
    removed: (about: { site: string; film: string; author: string; link: string }) =>
      `You wrote to ${about.site} about the review of ${about.film} by ${about.author}.

The house has looked at it and taken it away: no page shows it any more. The film's page is here:

${about.link}
`,
  },
  optional: 'If you want to.',
  contact: 'Your email address',
  contactHint: 'Only if you want an answer. Only the house sees it.',
  failed: 'It is not sent yet.',
  problems: {
    wish: 'Say what should happen.',
    reason: 'Say what is wrong with it.',
    email: 'This does not look like an email address.',
    busy: 'The site cannot write just now. What you wrote is still here: send it again in a little while.',
    'message-too-long': 'That is longer than 2,000 characters. Shorten it a little.',
  },
  back: 'Back to the review',
  backToFilm: 'Back to the film',
};
