/** Signing in and up. */
export const account = {
  signIn: 'Sign in',
  signUp: 'Make an account',
  signedInAs: (name: string) => `You are signed in as ${name}.`,
  toYourPage: 'To your page',
  email: 'Email',
  password: 'Password',
  passwordHint: 'At least 8 characters; 15 or more are better, and a sentence is easy to keep.',
  name: 'Your name',
  nameHint: 'As it stands above what you write. Any script.',
  username: 'Username',
  usernameHint: 'Small letters, digits and underscores, 2 to 30 of them. It is the address of your page.',
  newHere: 'New here?',
  known: 'Known here already?',
  linkInstead: 'Send me a link instead',
  closed: 'The house is not taking new members just now. If you have an account, sign in.',
  link: {
    title: 'Sign in by mail',
    text: 'Give your address, and a link that signs you in comes by mail. It works once, within fifteen minutes.',
    button: 'Send the link',
    sentTitle: 'Look in your mail',
    sent: (email: string) =>
      `If somebody here goes by ${email}, a link is on its way there. It is good for fifteen minutes.`,
    kept: 'This site has no mail server: the link is shown in the terminal it was started from.',
    subject: (site: string) => `Your link to ${site}`,
    mail: (site: string, link: string) =>
      `Somebody, probably you, asked to sign in at ${site}.\n\nOpen this link within fifteen minutes; it works once:\n\n${link}\n\nIf it was not you, leave it: without the link nobody comes in.\n`,
    openTitle: 'One step to go',
    openText: 'The link has brought you here. The button signs you in.',
    spentTitle: 'This link is spent',
    spent: 'It was used before, or its fifteen minutes are over. Nothing is lost: ask for another.',
    again: 'Ask for another link',
  },
  failed: 'That did not work yet.',
  wrong: {
    signIn: 'This address and password do not belong together. Try again, or have a link sent.',
    wait: 'Several wrong passwords were tried here. Wait a few minutes before the next, or have a link sent: that works at once.',
    'too-many-mails':
      'Several links were asked for at this address within the hour. Look in its mail first, or try again in an hour.',
    busy: 'The site cannot write just now. What you typed is still here; send it again in a little while.',
    name: 'A name needs at least one letter or digit.',
    'name-too-long': 'A name may have 80 characters.',
    username: 'A username has 2 to 30 small letters, digits and underscores.',
    'username-reserved': 'This username would read as the site itself. Take another.',
    'username-taken': 'Somebody goes, or went, by this username. Take another.',
    email: 'An email address has an @ in it, with something before and after.',
    'email-taken': 'This address has an account already. Sign in with it, or have a link sent.',
    password: 'The password needs at least 8 characters, and must not be one that everybody guesses first.',
  },
};

/** What can be wrong with a field by which somebody comes in. */
export type AccountWrong = keyof typeof account.wrong;
