import { number } from '../english.ts';

/** Addresses elsewhere that are told of new reviews. */
export const webhook = {
  title: 'Webhooks',
  lead: 'An address of yours can be told of every new review the moment everyone may read it. Imports and what tells the story stay silent.',
  address: 'Address',
  addressHint: 'It begins with https:// and takes a POST of JSON.',
  add: 'Add it',
  made: 'It will be told from now on. Messages are signed with this key, which is shown only now:',
  signed: 'How a message is signed is told at standardwebhooks.com.',
  yours: 'Who is told',
  none: 'Nobody is told yet.',
  on: 'Told of every new review',
  off: 'Not told at present',
  untold: 'It was not told anything yet.',
  answered: (status: number, when: string) => `On ${when} it answered ${status}.`,
  failed: (when: string) => `On ${when} it could not be told:`,
  faults: {
    'forbidden-address': 'the address is not on the public internet.',
    'unknown-host': 'nobody goes by that name.',
    'too-slow': 'it did not answer in time.',
    'too-large': 'it answered too much.',
    other: 'it could not be reached.',
  },
  deeds: { try: 'Send a trial', stop: 'Stop', 'go-on': 'Go on', remove: 'Remove' },
  deedOn: (deed: string, url: string) => `${deed}: ${url}`,
  done: {
    try: 'A trial is on its way. Load this page again to see how it went.',
    stop: 'It is told nothing more.',
    'go-on': 'It is told again.',
    remove: 'It was removed.',
  },
  wrong: {
    'webhook-address': 'This is no address that can be told; it begins with https://.',
    'webhook-known': 'This address is told already.',
    'too-many-webhooks': (most: number) =>
      `${number(most)} addresses are told already, which is all there can be.`,
  },
  retried: 'What is not taken is sent again with growing pauses, twelve times in all.',
  back: 'Back to the desk',
};
