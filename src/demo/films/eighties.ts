import type { DemoFilm } from '../shape.ts';

/** The films of the demonstration of the 1980s, oldest first. */
export const filmsOfTheEighties: readonly DemoFilm[] = [
  {
    slug: 'the-shining',
    title: 'The Shining',
    year: 1980,
    directors: ['Stanley Kubrick'],
    cast: [
      { name: 'Jack Nicholson', character: 'Jack Torrance' },
      { name: 'Shelley Duvall', character: 'Wendy Torrance' },
      { name: 'Danny Lloyd', character: 'Danny Torrance' },
      { name: 'Scatman Crothers', character: 'Dick Hallorann' },
      { name: 'Joe Turkel', character: 'Lloyd' },
      { name: 'Philip Stone', character: 'Grady' },
    ],
    runtime: 144,
    countries: ['GB', 'US'],
    languages: ['en'],
    genres: ['Horror'],
    synopsis:
      'A writer takes a winter’s post as caretaker of an empty hotel in the Rockies, with his wife and ' +
      'a small boy who sees more than he is told. The snow comes, and the telephone lines are down. The ' +
      'cook has said to keep out of room 237.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0081505' },
  },
  {
    slug: 'the-thing',
    title: 'The Thing',
    year: 1982,
    directors: ['John Carpenter'],
    cast: [
      { name: 'Kurt Russell', character: 'MacReady' },
      { name: 'Keith David', character: 'Childs' },
      { name: 'Wilford Brimley', character: 'Blair' },
      { name: 'Donald Moffat', character: 'Garry' },
      { name: 'T. K. Carter', character: 'Nauls' },
      { name: 'Richard Masur', character: 'Clark' },
    ],
    runtime: 109,
    countries: ['US'],
    languages: ['en'],
    genres: ['Horror', 'Science fiction'],
    synopsis:
      'Two Norwegians in a helicopter are shooting at a dog, and the men of an American station in ' +
      'Antarctica take the dog in. What came out of the ice can look like anyone it has been alone ' +
      'with. There are twelve of them, and the winter is only beginning.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0084787' },
  },
  {
    slug: 'paris-texas',
    title: 'Paris, Texas',
    year: 1984,
    directors: ['Wim Wenders'],
    cast: [
      { name: 'Harry Dean Stanton', character: 'Travis' },
      { name: 'Nastassja Kinski', character: 'Jane' },
      { name: 'Dean Stockwell', character: 'Walt' },
      { name: 'Aurore Clément', character: 'Anne' },
      { name: 'Hunter Carson', character: 'Hunter' },
    ],
    runtime: 147,
    countries: ['DE', 'FR'],
    languages: ['en', 'es'],
    genres: ['Drama'],
    synopsis:
      'A man in a red cap walks out of the desert, falls down in a bar and does not say a word. His ' +
      'brother takes him home to Los Angeles, to a boy of seven who has been calling the brother Dad. ' +
      'He has been gone four years, and carries a photograph of an empty plot of land.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0087884' },
  },
  {
    slug: 'come-and-see',
    title: 'Come and See',
    originalTitle: 'Иди и смотри',
    year: 1985,
    directors: ['Elem Klimov'],
    cast: [
      { name: 'Aleksei Kravchenko', character: 'Flyora' },
      { name: 'Olga Mironova', character: 'Glasha' },
      { name: 'Liubomiras Laucevičius', character: 'Kosach' },
      { name: 'Vladas Bagdonas', character: 'Roubej' },
    ],
    runtime: 142,
    countries: ['BY', 'RU'],
    languages: ['be', 'ru', 'de'],
    genres: ['War', 'Drama'],
    synopsis:
      'In Belarus in 1943 a boy digs a rifle out of the sand, because without one the partisans will ' +
      'not have him. On the first day they march off and leave him in the forest. Deaf from the bombs, ' +
      'he sets out for home with a girl called Glasha, over the bog.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0091251' },
  },
  {
    slug: 'yeelen',
    title: 'Yeelen',
    year: 1987,
    directors: ['Souleymane Cissé'],
    cast: [
      { name: 'Issiaka Kane', character: 'Nianankoro' },
      { name: 'Niamanto Sanogo', character: 'Soma' },
      { name: 'Aoua Sangare', character: 'Attou' },
      { name: 'Balla Moussa Keïta', character: 'Rouma Boll' },
      { name: 'Soumba Traoré', character: 'Mah' },
    ],
    runtime: 105,
    countries: ['ML'],
    languages: ['bm', 'ff'],
    genres: ['Fantasy', 'Drama'],
    synopsis:
      'Nianankoro’s father is coming to kill him, behind a magic post that two men carry and that finds ' +
      'whatever is hidden. His mother sends him away, across the lands of the Bambara and the Fula, to ' +
      'his uncle. He takes a fetish with him, and a piece of crystal that lacks its setting.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0094349' },
  },
  {
    slug: 'wings-of-desire',
    title: 'Wings of Desire',
    originalTitle: 'Der Himmel über Berlin',
    year: 1987,
    directors: ['Wim Wenders'],
    cast: [
      { name: 'Bruno Ganz', character: 'Damiel' },
      { name: 'Solveig Dommartin', character: 'Marion' },
      { name: 'Otto Sander', character: 'Cassiel' },
      { name: 'Curt Bois', character: 'Homer' },
      { name: 'Peter Falk', character: 'Der Filmstar' },
    ],
    runtime: 128,
    countries: ['DE', 'FR'],
    languages: ['de', 'en', 'fr'],
    genres: ['Fantasy', 'Drama', 'Romance'],
    synopsis:
      'Zwei Engel gehen durch das geteilte Berlin und hören, was die Leute denken. Der eine sammelt weiter. ' +
      'Der andere sieht einer Trapezkünstlerin zu und möchte wissen, wie schwer ein Körper ist.',
    synopsisLanguage: 'de',
    ids: { imdb: 'tt0093191', tmdb: '144' },
  },
  {
    slug: 'my-neighbor-totoro',
    title: 'My Neighbor Totoro',
    originalTitle: 'となりのトトロ',
    year: 1988,
    directors: ['Hayao Miyazaki'],
    cast: [
      { name: 'Noriko Hidaka', character: 'Satsuki' },
      { name: 'Chika Sakamoto', character: 'Mei' },
      { name: 'Shigesato Itoi', character: 'Tatsuo' },
      { name: 'Tanie Kitabayashi', character: 'Granny' },
    ],
    runtime: 86,
    countries: ['JP'],
    languages: ['ja'],
    genres: ['Animation', 'Family', 'Fantasy'],
    synopsis:
      'Two sisters and their father move into an old house in the country to be nearer the hospital where ' +
      'their mother is. Something is living in the camphor tree next door, and the younger one sits on it.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0096283', tmdb: '8392' },
  },
  {
    slug: 'a-city-of-sadness',
    title: 'A City of Sadness',
    originalTitle: '悲情城市',
    year: 1989,
    directors: ['Hou Hsiao-hsien'],
    cast: [
      { name: 'Tony Leung Chiu-wai', character: 'Lin Wen-ching' },
      { name: 'Hsin Shu-fen', character: 'Hinomi' },
      { name: 'Chen Sung-young', character: 'Lin Wen-heung' },
      { name: 'Jack Kao', character: 'Lin Wen-leung' },
      { name: 'Li Tien-lu', character: 'Lin Ah-lu' },
    ],
    runtime: 157,
    countries: ['TW'],
    languages: ['nan', 'zh', 'ja', 'yue', 'wuu'],
    genres: ['Drama', 'History'],
    synopsis:
      'On 15 August 1945 the Emperor is on the wireless, the power has failed, and in the dark a child ' +
      'is born. The Lins have four sons: one runs a bar, one has not come back from the war, one came ' +
      'back unwell, and the youngest, who is deaf, takes photographs. Then the new government arrives ' +
      'in Taiwan.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0096908' },
  },
  {
    slug: 'do-the-right-thing',
    title: 'Do the Right Thing',
    year: 1989,
    directors: ['Spike Lee'],
    cast: [
      { name: 'Spike Lee', character: 'Mookie' },
      { name: 'Danny Aiello', character: 'Sal' },
      { name: 'Ossie Davis', character: 'Da Mayor' },
      { name: 'Ruby Dee', character: 'Mother Sister' },
      { name: 'Bill Nunn', character: 'Radio Raheem' },
      { name: 'Giancarlo Esposito', character: 'Buggin’ Out' },
      { name: 'Rosie Perez', character: 'Tina' },
      { name: 'John Turturro', character: 'Pino' },
    ],
    runtime: 120,
    countries: ['US'],
    languages: ['en'],
    genres: ['Drama', 'Comedy'],
    synopsis:
      'It is the hottest day of the summer on one block in Bedford-Stuyvesant. Mookie delivers for Sal’s ' +
      'pizzeria, and a customer asks why there are only Italians on the wall.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0097216', tmdb: '925' },
  },
];
