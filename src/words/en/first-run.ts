/** The greeting of a site without an owner, and its three doors. */
export const firstRun = {
  title: 'The house is open, and nobody owns it yet',
  lead: 'This is Houselights: a page for each of your films, with the reviews people wrote. There are three ways to begin.',
  own: {
    title: 'Own the site',
    text: 'Name it, and make the account of its owner. Two minutes.',
    button: 'Make it yours',
  },
  bring: {
    title: 'Bring in a file',
    text: 'Films and reviews as JSON-LD, or a film’s page saved from your site. You see what would happen first.',
    button: 'Bring in a file',
  },
  look: {
    title: 'Look at the demonstration',
    text: 'Eighty-nine films and the people who argue about them, all our own words. It goes in only while there are no films.',
    button: 'Put in the demonstration',
    see: 'See the films',
    full: (films: string) => `Here already: ${films}.`,
  },
  onlyHere: 'Just now this site can be reached from this machine only.',
  elsewhere: 'How to put it online',
  setup: {
    title: 'Make it yours',
    lead: 'This site has no owner yet. Whoever fills this in is the one.',
    thenImport: 'Then you bring in the file.',
    site: 'Name of the site',
    siteHint: 'As it stands at the top of every page: a cinema, a distributor, a club.',
    button: 'Open the house',
  },
  code: 'The code from the terminal',
  codeHint: 'It was printed where the site was started. It keeps strangers from taking a new site.',
  codeWrong:
    'This is not the code. It stands in the terminal the site was started from, after “The code for setting it up”.',
  siteNameWrong: 'The site needs a name, with at least one letter or digit.',
  ownedTitle: 'It has an owner',
  owned: 'Somebody owns this site already. Nothing was changed.',
  demonstration: {
    title: 'Put in the demonstration',
    text: 'You come from another machine, so the code is needed first.',
  },
};
