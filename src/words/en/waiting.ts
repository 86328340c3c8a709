/** A review that waits for its writer to prove an address. */
export const waiting = {
  title: 'Nearly there',
  ready: 'Your review is kept. Only you can see it.',
  change: 'Change the words',
  who: 'Who wrote it?',
  name: 'Your name',
  nameHint: 'It stands above your review.',
  email: 'Your email address',
  emailHint:
    'Nobody sees it. You get one mail with a link; opening it publishes the review and makes your account.',
  send: 'Send me the link',
  haveAccount: 'I have an account here',
  signIn: 'Sign in and publish',
  publishAs: (name: string) => `Publish as ${name}`,
  closed: 'This site does not take reviews from newcomers. Sign in to publish this one; your words are kept.',
  problems: {
    name: 'A name has at least one letter.',
    'name-too-long': 'The name is longer than 80 characters. Shorten it.',
    'name-link': 'A name is no link. Write how you want to be called.',
    email: 'This does not look like an email address.',
    busy: 'The site cannot write just now. Your words are kept; try again in a little while.',
    'too-many-mails':
      'Several mails went to this address within the hour. Look there first, or try again in an hour; your review stays here.',
  },
  failed: 'No mail was sent yet.',
  sent: {
    title: 'Look in your mail',
    text: (email: string) =>
      `A mail is on its way to ${email}. Open the link in it, and your review is published.`,
    days: (days: number) => `The link is good for ${days} days. Your review waits until then.`,
    kept: 'This site has no mail server: the mail is shown in the terminal the site was started from, and kept in its mail folder.',
    other: 'Another address, or no mail?',
  },
  mail: {
    subject: (film: string) => `Publish your review of ${film}`,
    text: (said: { site: string; film: string; stars: string; link: string; days: number }) =>
      `Somebody wrote a review of ${said.film}${said.stars ? ` (${said.stars})` : ''} at ${said.site} and gave this address.

Was it you? Open this link to publish it and to sign in:

${said.link}

The link is good for ${said.days} days and works once. If it was not you, do nothing: without the link nothing is published.
`,
  },
  open: {
    title: 'Publish your review',
    text: 'One step is left.',
    publish: 'Publish it now',
  },
  expired: {
    title: 'This link has run out',
    text: 'Your review is not published. Here are your words, to copy or to publish with a new link.',
    again: 'Send me a new link',
  },
  unknown: {
    title: 'This link is not known',
    text: 'It may have been cut in two by a mail program, or it is very old. Open it again from the mail, or write the review anew.',
  },
  published: 'Your review is published already.',
};
