import type { DemoFilm } from '../shape.ts';

/** The films of the demonstration of the 1970s, oldest first. */
export const filmsOfTheSeventies: readonly DemoFilm[] = [
  {
    slug: 'wake-in-fright',
    title: 'Wake in Fright',
    year: 1971,
    directors: ['Ted Kotcheff'],
    cast: [
      { name: 'Gary Bond', character: 'John Grant' },
      { name: 'Donald Pleasence', character: 'Doc Tydon' },
      { name: 'Chips Rafferty', character: 'Jock Crawford' },
      { name: 'Sylvia Kay', character: 'Janette Hynes' },
      { name: 'Jack Thompson', character: 'Dick' },
      { name: 'Al Thomas', character: 'Tim Hynes' },
    ],
    runtime: 109,
    countries: ['AU', 'US'],
    languages: ['en'],
    genres: ['Drama', 'Thriller'],
    synopsis:
      'A schoolteacher from the outback has his Christmas holidays before him and one night to spend in ' +
      'Bundanyabba before the plane to Sydney. Everybody there wants to buy him a beer. In a back room, ' +
      'under a lamp, men are betting on how two pennies will fall.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0067541' },
  },
  {
    slug: 'the-spirit-of-the-beehive',
    title: 'The Spirit of the Beehive',
    originalTitle: 'El espíritu de la colmena',
    year: 1973,
    directors: ['Víctor Erice'],
    cast: [
      { name: 'Ana Torrent', character: 'Ana' },
      { name: 'Isabel Tellería', character: 'Isabel' },
      { name: 'Fernando Fernán Gómez', character: 'Fernando' },
      { name: 'Teresa Gimpera', character: 'Teresa' },
    ],
    runtime: 98,
    countries: ['ES'],
    languages: ['es'],
    genres: ['Drama'],
    synopsis:
      'Around 1940 a travelling cinema shows the old Frankenstein in a village in Castile. Ana, who is ' +
      'six, asks her sister why the monster killed the girl and why they killed the monster. She is ' +
      'told that he lives by the well, and that one need only shut one’s eyes and say one’s name.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0070040' },
  },
  {
    slug: 'touki-bouki',
    title: 'Touki Bouki',
    year: 1973,
    directors: ['Djibril Diop Mambéty'],
    cast: [
      { name: 'Magaye Niang', character: 'Mory' },
      { name: 'Mareme Niang', character: 'Anta' },
      { name: 'Aminata Fall', character: 'Aunt Oumy' },
    ],
    runtime: 89,
    countries: ['SN'],
    languages: ['wo', 'fr', 'ar'],
    genres: ['Drama'],
    synopsis:
      'A herdsman with the horns of a zebu on his motorcycle and a student who is tired of being told things ' +
      'decide to leave Dakar for Paris. They lack only the fare, and go about finding it in a number of ways.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0070820' },
  },
  {
    slug: 'jeanne-dielman',
    title: 'Jeanne Dielman, 23, quai du Commerce, 1080 Bruxelles',
    year: 1975,
    directors: ['Chantal Akerman'],
    cast: [
      { name: 'Delphine Seyrig', character: 'Jeanne Dielman' },
      { name: 'Jan Decorte', character: 'Sylvain Dielman' },
      { name: 'Henri Storck', character: 'Premier client' },
      { name: 'Jacques Doniol-Valcroze', character: 'Deuxième client' },
      { name: 'Yves Bical', character: 'Troisième client' },
    ],
    runtime: 201,
    countries: ['BE', 'FR'],
    languages: ['fr'],
    genres: ['Drama'],
    synopsis:
      'For three days we are with a widow in Brussels who cooks, knits, folds away her son’s bed and ' +
      'receives a gentleman every afternoon while the potatoes are on. Each thing has its place, and ' +
      'each light is put out behind her. On the second day something is a few minutes late.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0073198' },
  },
  {
    slug: 'picnic-at-hanging-rock',
    title: 'Picnic at Hanging Rock',
    year: 1975,
    directors: ['Peter Weir'],
    cast: [
      { name: 'Rachel Roberts', character: 'Mrs Appleyard' },
      { name: 'Helen Morse', character: 'Mlle de Poitiers' },
      { name: 'Anne-Louise Lambert', character: 'Miranda' },
      { name: 'Dominic Guard', character: 'Michael Fitzhubert' },
      { name: 'Margaret Nelson', character: 'Sara' },
    ],
    runtime: 115,
    countries: ['AU'],
    languages: ['en'],
    genres: ['Drama', 'Mystery'],
    synopsis:
      'On Saint Valentine’s Day in 1900 a school for young ladies drives out to a volcanic rock in Victoria. ' +
      'At noon the watches stop. Some of the party walk up out of the shade to have a closer look.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0073540' },
  },
  {
    slug: 'house',
    title: 'House',
    originalTitle: 'ハウス',
    year: 1977,
    directors: ['Nobuhiko Obayashi'],
    cast: [
      { name: 'Kimiko Ikegami', character: 'Gorgeous' },
      { name: 'Miki Jinbo', character: 'Kung Fu' },
      { name: 'Kumiko Ōba', character: 'Fantasy' },
      { name: 'Ai Matsubara', character: 'Prof' },
      { name: 'Mieko Satō', character: 'Mac' },
      { name: 'Eriko Tanaka', character: 'Melody' },
      { name: 'Masayo Miyako', character: 'Sweet' },
      { name: 'Yōko Minamida', character: 'Auntie' },
    ],
    runtime: 88,
    countries: ['JP'],
    languages: ['ja'],
    genres: ['Horror', 'Comedy'],
    synopsis:
      'Gorgeous will not spend the summer with her father and his new fiancée, and takes six school ' +
      'friends to an aunt in the country. The aunt is delighted, the cat’s eyes flash green, and a ' +
      'melon is put down the well to keep cool. One after another the girls go to see what is keeping ' +
      'the others.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0076162' },
  },
  {
    slug: 'killer-of-sheep',
    title: 'Killer of Sheep',
    year: 1978,
    directors: ['Charles Burnett'],
    cast: [
      { name: 'Henry G. Sanders', character: 'Stan' },
      { name: 'Kaycee Moore', character: 'Stan’s wife' },
      { name: 'Charles Bracy', character: 'Bracy' },
      { name: 'Angela Burnett', character: 'Stan’s daughter' },
      { name: 'Eugene Cherry', character: 'Eugene' },
    ],
    runtime: 80,
    countries: ['US'],
    languages: ['en'],
    genres: ['Drama'],
    synopsis:
      'Stan works in a slaughterhouse in Watts and cannot sleep. He buys the engine of a car and ' +
      'carries it down a flight of stairs, dances once with his wife, and holds a warm cup against his ' +
      'cheek. Over his head the children jump from roof to roof.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0076263' },
  },
  {
    slug: 'stalker',
    title: 'Stalker',
    originalTitle: 'Сталкер',
    year: 1979,
    directors: ['Andrei Tarkovsky'],
    cast: [
      { name: 'Alexander Kaidanovsky', character: 'Stalker' },
      { name: 'Anatoly Solonitsyn', character: 'Writer' },
      { name: 'Nikolai Grinko', character: 'Professor' },
      { name: 'Alisa Freindlich', character: 'Stalker’s wife' },
    ],
    runtime: 162,
    countries: ['RU'],
    languages: ['ru'],
    genres: ['Science fiction', 'Drama'],
    synopsis:
      'Behind the soldiers and the barbed wire lies the Zone, and somewhere in it a room that is said to ' +
      'grant what one most wishes. A guide takes a writer and a scientist there, never by the straight way.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0079944', tmdb: '1398' },
  },
  {
    slug: 'alien',
    title: 'Alien',
    year: 1979,
    directors: ['Ridley Scott'],
    cast: [
      { name: 'Sigourney Weaver', character: 'Ripley' },
      { name: 'Tom Skerritt', character: 'Dallas' },
      { name: 'Yaphet Kotto', character: 'Parker' },
      { name: 'Veronica Cartwright', character: 'Lambert' },
      { name: 'Harry Dean Stanton', character: 'Brett' },
      { name: 'John Hurt', character: 'Kane' },
      { name: 'Ian Holm', character: 'Ash' },
    ],
    runtime: 117,
    countries: ['GB', 'US'],
    languages: ['en'],
    genres: ['Horror', 'Science fiction'],
    synopsis:
      'Seven people on a tug between the stars are woken early by their ship to look into a signal. ' +
      'The contract says they must. Only the warrant officer asks that the quarantine rules be kept.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0078748', tmdb: '348' },
  },
];
