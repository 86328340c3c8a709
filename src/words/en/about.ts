/** What this site is. */
export const about = {
  title: (site: string) => `About ${site}`,
  lead: 'A page for each film, with its synopsis and the reviews people wrote, wherever they wrote them. The reviews are the point; the rest keeps out of their way.',
  ratings: {
    title: 'How ratings are counted',
    marks:
      'A rating is half a star to five stars. Each person counts once per film, with the rating they give it now, however often they saw it.',
    formula:
      'The average is the plain mean: the stars of all who rated, added up, divided by how many they are, shown with one decimal.',
    five: 'Under five ratings no average is shown: it would say more about chance than about the film.',
    apart:
      'Members of this site and people elsewhere are counted apart and never mixed. Quoted reviews count in neither, and neither do people who have a part in the film’s making or selling.',
    chosen:
      'Where the house has chosen which reviews lead, the page says so, and the average is still that of all.',
  },
  sources: {
    title: 'Where the reviews come from',
    own: 'Members write here, or bring what they wrote elsewhere themselves.',
    others:
      'Reviews by others are shown when their authors allowed it, or as a short excerpt with their stars, their name and a link to where they wrote it. The line above each review says where it still lives.',
    spoilers:
      'A review that tells the story stays closed until you open it. Once you have logged the film, all stand open.',
    trackers: 'Readers get no cookie, no tracker and no banner.',
  },
  facts: {
    title: 'Where the facts come from',
    wikidata: 'Some facts of the films here come from Wikidata, which leaves them free for everybody (CC0).',
    tmdb: 'This product uses the TMDB API but is not endorsed or certified by TMDB. Where a film can be watched is known by JustWatch.',
    imdb: 'Information courtesy of IMDb (imdb.com). Used with permission.',
  },
  removal: {
    title: 'If a review is yours',
    text: 'Below every review from elsewhere stands “This is mine: change or remove it”. You need no account for it. Asking hides the review at once, until the house has decided.',
    report: 'Whatever else is wrong with a review, “Report” below it tells the house.',
  },
  names: {
    title: 'Names and marks',
    letterboxd:
      'This site is not affiliated with Letterboxd, IMDb or any other site that reviews come from. Their names say where something was written, and nothing more.',
  },
  software: {
    title: 'What it runs on',
    houselights: 'Houselights, free software under the MIT licence.',
    fonts: 'The typefaces are Archivo and Newsreader, under the SIL Open Font License 1.1, served from here.',
  },
  languages: {
    title: 'Languages',
    text: 'The site speaks the first of your browser’s languages that it knows. This page in:',
  },
};
