import type { DemoFilm } from '../shape.ts';

/** The films of the demonstration up to 1929, oldest first. */
export const silentFilms: readonly DemoFilm[] = [
  {
    slug: 'a-trip-to-the-moon',
    title: 'A Trip to the Moon',
    originalTitle: 'Le Voyage dans la Lune',
    year: 1902,
    directors: ['Georges Méliès'],
    cast: [
      { name: 'Georges Méliès', character: 'Professor Barbenfouillis' },
      { name: 'Bleuette Bernon', character: 'Phoebe' },
      { name: 'François Lallement', character: 'An officer of the marines' },
      { name: 'Henri Delannoy', character: 'The captain of the rocket' },
    ],
    runtime: 14,
    countries: ['FR'],
    languages: ['zxx'],
    genres: ['Fantasy', 'Adventure'],
    synopsis:
      'Six astronomers in pointed hats have themselves shot out of a cannon. They land in the Moon’s ' +
      'eye, lie down to sleep under falling snow and find that somebody lives there. Going home is a ' +
      'matter of falling off.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0000417' },
  },
  {
    slug: 'shoes',
    title: 'Shoes',
    year: 1916,
    directors: ['Lois Weber'],
    cast: [
      { name: 'Mary MacLaren', character: 'Eva Meyer' },
      { name: 'Harry Griffith', character: 'Eva’s father' },
      { name: 'Mattie Witting', character: 'Eva’s mother' },
      { name: 'William V. Mong', character: 'Cabaret Charlie' },
      { name: 'Jessie Arnold', character: 'Lil' },
    ],
    runtime: 52,
    countries: ['US'],
    languages: ['en'],
    genres: ['Drama'],
    synopsis:
      'Eva stands behind a shop counter all day and brings home five dollars a week, while her father lies on ' +
      'his bed and reads novels. Her boots have worn through, and she cuts soles for them out of cardboard, ' +
      'which last until it rains. A singer from a cabaret has noticed.',
    synopsisLanguage: 'en',
  },
  {
    slug: 'the-cabinet-of-dr-caligari',
    title: 'The Cabinet of Dr. Caligari',
    originalTitle: 'Das Cabinet des Dr. Caligari',
    year: 1920,
    directors: ['Robert Wiene'],
    cast: [
      { name: 'Werner Krauss', character: 'Dr. Caligari' },
      { name: 'Conrad Veidt', character: 'Cesare' },
      { name: 'Friedrich Feher', character: 'Francis' },
      { name: 'Lil Dagover', character: 'Jane' },
      { name: 'Hans Heinrich von Twardowski', character: 'Alan' },
    ],
    runtime: 76,
    countries: ['DE'],
    languages: ['de'],
    genres: ['Horror', 'Mystery'],
    synopsis:
      'Auf dem Jahrmarkt von Holstenwall zeigt ein Doktor mit Zylinder einen Schlafwandler, der die ' +
      'Zukunft weiß. Ein Student fragt, wie lange er noch zu leben habe, und bekommt eine kurze ' +
      'Antwort. Die Häuser stehen schief, und die Schatten sind auf die Wände gemalt.',
    synopsisLanguage: 'de',
    ids: { imdb: 'tt0010323' },
  },
  {
    slug: 'the-phantom-carriage',
    title: 'The Phantom Carriage',
    originalTitle: 'Körkarlen',
    year: 1921,
    directors: ['Victor Sjöström'],
    cast: [
      { name: 'Victor Sjöström', character: 'David Holm' },
      { name: 'Hilda Borgström', character: 'Anna Holm' },
      { name: 'Tore Svennberg', character: 'Georges' },
      { name: 'Astrid Holm', character: 'Edit' },
    ],
    runtime: 107,
    countries: ['SE'],
    languages: ['sv'],
    genres: ['Drama', 'Fantasy'],
    synopsis:
      'Whoever dies last on New Year’s Eve must drive Death’s cart for a year. David Holm, drunk in a ' +
      'churchyard shortly before midnight, is telling the tale to two friends. Across the town a ' +
      'Salvation Army sister is dying, and asks for him, and nobody can see why.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0012364' },
  },
  {
    slug: 'sherlock-jr',
    title: 'Sherlock Jr.',
    year: 1924,
    directors: ['Buster Keaton'],
    cast: [
      { name: 'Buster Keaton', character: 'The Projectionist' },
      { name: 'Kathryn McGuire', character: 'The Girl' },
      { name: 'Joe Keaton', character: 'The Girl’s father' },
      { name: 'Ward Crane', character: 'The Local Sheik' },
    ],
    runtime: 45,
    countries: ['US'],
    languages: ['en'],
    genres: ['Comedy'],
    synopsis:
      'A projectionist is reading a book on how to be a detective, and is accused of stealing a watch. ' +
      'He falls asleep beside his machine, walks down the aisle and climbs into the film. The film does ' +
      'not hold still for him.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0015324' },
  },
  {
    slug: 'battleship-potemkin',
    title: 'Battleship Potemkin',
    originalTitle: 'Броненосец Потёмкин',
    year: 1925,
    directors: ['Sergei Eisenstein'],
    cast: [
      { name: 'Aleksandr Antonov', character: 'Vakulinchuk' },
      { name: 'Vladimir Barsky', character: 'Commander Golikov' },
      { name: 'Grigori Aleksandrov', character: 'Giliarovsky' },
      { name: 'Beatrice Vitoldi', character: 'The woman with the pram' },
    ],
    runtime: 74,
    countries: ['RU'],
    languages: ['ru'],
    genres: ['Drama', 'History'],
    synopsis:
      'There are worms in the sailors’ meat, and the ship’s doctor says that there are none. Off Odesa ' +
      'in 1905 a crew refuses its soup and takes its ship. The town comes down to the harbour with ' +
      'bread and parasols, and the soldiers come down the steps behind it.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0015648' },
  },
  {
    slug: 'prince-achmed',
    title: 'The Adventures of Prince Achmed',
    originalTitle: 'Die Abenteuer des Prinzen Achmed',
    year: 1926,
    directors: ['Lotte Reiniger'],
    cast: [],
    runtime: 65,
    countries: ['DE'],
    languages: ['de'],
    genres: ['Animation', 'Fantasy', 'Adventure'],
    synopsis:
      'Ein Zauberer bringt dem Kalifen ein fliegendes Pferd, und der Prinz steigt auf, ohne zu fragen, ' +
      'wie man es wieder hinunterlenkt. Eine Fee, eine Hexe, Dämonen und eine Wunderlampe liegen auf ' +
      'dem Weg nach Hause. Alles ist mit der Schere aus schwarzem Karton geschnitten und Bild für Bild ' +
      'bewegt.',
    synopsisLanguage: 'de',
    ids: { imdb: 'tt0015532' },
  },
  {
    slug: 'sunrise',
    title: 'Sunrise: A Song of Two Humans',
    year: 1927,
    directors: ['F. W. Murnau'],
    cast: [
      { name: 'George O’Brien', character: 'The Man' },
      { name: 'Janet Gaynor', character: 'The Wife' },
      { name: 'Margaret Livingston', character: 'The Woman from the City' },
    ],
    runtime: 94,
    countries: ['US'],
    languages: ['en'],
    genres: ['Drama', 'Romance'],
    synopsis:
      'A farmer has fallen for a visitor from the city, and she has a plan for his wife and for the lake. ' +
      'He rows out with it in his head. What follows is one day, one tram line and one very large city.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0018455', tmdb: '631' },
  },
  {
    slug: 'the-passion-of-joan-of-arc',
    title: 'The Passion of Joan of Arc',
    originalTitle: 'La Passion de Jeanne d’Arc',
    year: 1928,
    directors: ['Carl Theodor Dreyer'],
    cast: [
      { name: 'Renée Falconetti', character: 'Jeanne' },
      { name: 'Eugène Silvain', character: 'Pierre Cauchon' },
      { name: 'André Berley', character: 'Jean d’Estivet' },
      { name: 'Maurice Schutz', character: 'Nicolas Loyseleur' },
      { name: 'Antonin Artaud', character: 'Jean Massieu' },
    ],
    runtime: 82,
    countries: ['FR'],
    languages: ['fr'],
    genres: ['Drama', 'History'],
    synopsis:
      'In Rouen in 1431 a peasant girl in man’s clothes stands before a room full of judges. They ask ' +
      'how she knew that it was Saint Michael, and whether he had hair. The film follows the record of ' +
      'her trial and hardly looks away from the faces.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0019254' },
  },
  {
    slug: 'man-with-a-movie-camera',
    title: 'Man with a Movie Camera',
    originalTitle: 'Людина з кіноапаратом',
    year: 1929,
    directors: ['Dziga Vertov'],
    cast: [{ name: 'Mikhail Kaufman', character: 'The Cameraman' }],
    runtime: 68,
    countries: ['UA'],
    languages: ['zxx'],
    genres: ['Documentary'],
    synopsis:
      'A cameraman climbs, crouches and hangs from trains to film a day in a city put together from several. ' +
      'There is no story and there are no titles: only people, machines, and the film being made of them.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0019760' },
  },
];
