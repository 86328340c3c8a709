import type { DemoFilm } from '../shape.ts';

/** The films of the demonstration of the 1930s and 1940s, oldest first. */
export const filmsOfTheThirtiesAndForties: readonly DemoFilm[] = [
  {
    slug: 'city-lights',
    title: 'City Lights',
    year: 1931,
    directors: ['Charles Chaplin'],
    cast: [
      { name: 'Charles Chaplin', character: 'A Tramp' },
      { name: 'Virginia Cherrill', character: 'A Blind Girl' },
      { name: 'Harry Myers', character: 'An Eccentric Millionaire' },
      { name: 'Florence Lee', character: 'The Blind Girl’s grandmother' },
      { name: 'Hank Mann', character: 'A Prizefighter' },
    ],
    runtime: 87,
    countries: ['US'],
    languages: ['en'],
    genres: ['Comedy', 'Romance'],
    synopsis:
      'A car door shuts, and a blind girl who sells flowers takes a tramp for a rich man. A real ' +
      'millionaire loves him like a brother, but only when drunk. The girl’s rent is due, and there is ' +
      'a doctor in Vienna.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0021749' },
  },
  {
    slug: 'limite',
    title: 'Limite',
    year: 1931,
    directors: ['Mário Peixoto'],
    cast: [
      { name: 'Olga Breno', character: 'Mulher 1' },
      { name: 'Taciana Rei', character: 'Mulher 2' },
      { name: 'Raul Schnoor', character: 'Homem 1' },
      { name: 'Brutus Pedreira', character: 'Homem 2' },
    ],
    runtime: 120,
    countries: ['BR'],
    languages: ['pt'],
    genres: ['Drama', 'Experimental'],
    synopsis:
      'Duas mulheres e um homem estão num barco pequeno, no meio do mar, e já não remam. Cada um deixou ' +
      'alguma coisa em terra: uma prisão, um casamento, um cemitério. A câmera volta lá por cercas, ' +
      'rodas, pés e carretéis de linha.',
    synopsisLanguage: 'pt',
    ids: { imdb: 'tt0022080' },
  },
  {
    slug: 'm',
    title: 'M',
    year: 1931,
    directors: ['Fritz Lang'],
    cast: [
      { name: 'Peter Lorre', character: 'Hans Beckert' },
      { name: 'Otto Wernicke', character: 'Inspektor Karl Lohmann' },
      { name: 'Gustaf Gründgens', character: 'Schränker' },
      { name: 'Ellen Widmann', character: 'Frau Beckmann' },
      { name: 'Georg John', character: 'Der blinde Ballonverkäufer' },
    ],
    runtime: 111,
    countries: ['DE'],
    languages: ['de'],
    genres: ['Crime', 'Thriller'],
    synopsis:
      'Eine Stadt fürchtet um ihre Kinder, und jeder verdächtigt jeden. Weil die Razzien der Polizei das ' +
      'Geschäft verderben, beginnt auch die Unterwelt zu suchen, mit ihren eigenen Leuten und ihren ' +
      'eigenen Gesetzen.',
    synopsisLanguage: 'de',
    ids: { imdb: 'tt0022100', tmdb: '832' },
  },
  {
    slug: 'l-atalante',
    title: 'L’Atalante',
    year: 1934,
    directors: ['Jean Vigo'],
    cast: [
      { name: 'Michel Simon', character: 'Le père Jules' },
      { name: 'Dita Parlo', character: 'Juliette' },
      { name: 'Jean Dasté', character: 'Jean' },
      { name: 'Gilles Margaritis', character: 'Le camelot' },
      { name: 'Louis Lefebvre', character: 'Le gosse' },
    ],
    runtime: 89,
    countries: ['FR'],
    languages: ['fr'],
    genres: ['Drama', 'Romance', 'Comedy'],
    synopsis:
      'A village girl marries the skipper of a barge and walks straight from the church to the river in ' +
      'her wedding dress. On board are a boy, a great many cats and old Jules, who has tattoos and a ' +
      'cabin full of souvenirs. She would like to see Paris; he has a cargo to deliver.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0024844' },
  },
  {
    slug: 'the-goddess',
    title: 'The Goddess',
    originalTitle: '神女',
    year: 1934,
    directors: ['Wu Yonggang'],
    cast: [
      { name: 'Ruan Lingyu', character: 'The Goddess' },
      { name: 'Zhang Zhizhi', character: 'The Boss' },
      { name: 'Li Keng', character: 'Her son' },
      { name: 'Li Junpan', character: 'The headmaster' },
    ],
    runtime: 85,
    countries: ['CN'],
    languages: ['zh'],
    genres: ['Drama'],
    synopsis:
      'By night a young woman walks the streets of Shanghai; by day she brings up her son. A gambler ' +
      'hides her from a policeman and decides that she now belongs to him. She keeps the school fees ' +
      'behind a brick in the wall.',
    synopsisLanguage: 'en',
  },
  {
    slug: 'the-rules-of-the-game',
    title: 'The Rules of the Game',
    originalTitle: 'La Règle du jeu',
    year: 1939,
    directors: ['Jean Renoir'],
    cast: [
      { name: 'Marcel Dalio', character: 'Robert de La Chesnaye' },
      { name: 'Nora Gregor', character: 'Christine' },
      { name: 'Jean Renoir', character: 'Octave' },
      { name: 'Roland Toutain', character: 'André Jurieux' },
      { name: 'Paulette Dubost', character: 'Lisette' },
      { name: 'Gaston Modot', character: 'Schumacher' },
      { name: 'Julien Carette', character: 'Marceau' },
    ],
    runtime: 110,
    countries: ['FR'],
    languages: ['fr'],
    genres: ['Comedy', 'Drama'],
    synopsis:
      'An airman lands at Le Bourget and complains into the wireless that the woman he did it for has ' +
      'not come. Her husband, who collects mechanical music, asks everybody to the country to shoot ' +
      'rabbits. Masters and servants go in and out by the same corridors.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0031885' },
  },
  {
    slug: 'casablanca',
    title: 'Casablanca',
    year: 1942,
    directors: ['Michael Curtiz'],
    cast: [
      { name: 'Humphrey Bogart', character: 'Rick Blaine' },
      { name: 'Ingrid Bergman', character: 'Ilsa Lund' },
      { name: 'Paul Henreid', character: 'Victor Laszlo' },
      { name: 'Claude Rains', character: 'Captain Renault' },
      { name: 'Dooley Wilson', character: 'Sam' },
      { name: 'Conrad Veidt', character: 'Major Strasser' },
      { name: 'Peter Lorre', character: 'Ugarte' },
    ],
    runtime: 102,
    countries: ['US'],
    languages: ['en', 'fr', 'de'],
    genres: ['Drama', 'Romance', 'War'],
    synopsis:
      'In December 1941 everybody in Casablanca is waiting for a visa, and most of them wait at Rick’s. ' +
      'Rick drinks with nobody and takes no side, until a woman comes in with a hero of the Resistance ' +
      'and asks the pianist for an old tune. There are two letters of transit in the house.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0034583' },
  },
  {
    slug: 'meshes-of-the-afternoon',
    title: 'Meshes of the Afternoon',
    year: 1943,
    directors: ['Maya Deren', 'Alexander Hammid'],
    cast: [
      { name: 'Maya Deren', character: 'The Woman' },
      { name: 'Alexander Hammid', character: 'The Man' },
    ],
    runtime: 14,
    countries: ['US'],
    languages: ['zxx'],
    genres: ['Experimental', 'Mystery'],
    synopsis:
      'A woman picks a paper flower off the road, drops her key on the steps and falls asleep in a ' +
      'chair by the window. Somebody with a mirror for a face is walking away up the hill. The key, a ' +
      'bread knife and a telephone change places each time she comes in.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0036154' },
  },
  {
    slug: 'bicycle-thieves',
    title: 'Bicycle Thieves',
    originalTitle: 'Ladri di biciclette',
    year: 1948,
    directors: ['Vittorio De Sica'],
    cast: [
      { name: 'Lamberto Maggiorani', character: 'Antonio Ricci' },
      { name: 'Enzo Staiola', character: 'Bruno' },
      { name: 'Lianella Carell', character: 'Maria' },
    ],
    runtime: 89,
    countries: ['IT'],
    languages: ['it'],
    genres: ['Drama'],
    synopsis:
      'A man in Rome is given work pasting up posters, for which he must have a bicycle; his wife takes ' +
      'the sheets off the beds to get it out of pawn. It is stolen on the first day. He and his son ' +
      'have one Sunday to find it among all the bicycles of the city.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0040522' },
  },
  {
    slug: 'the-red-shoes',
    title: 'The Red Shoes',
    year: 1948,
    directors: ['Michael Powell', 'Emeric Pressburger'],
    cast: [
      { name: 'Moira Shearer', character: 'Victoria Page' },
      { name: 'Anton Walbrook', character: 'Boris Lermontov' },
      { name: 'Marius Goring', character: 'Julian Craster' },
      { name: 'Robert Helpmann', character: 'Ivan Boleslawsky' },
      { name: 'Léonide Massine', character: 'Grischa Ljubov' },
      { name: 'Ludmilla Tchérina', character: 'Irina Boronskaja' },
    ],
    runtime: 134,
    countries: ['GB'],
    languages: ['en', 'fr'],
    genres: ['Drama', 'Romance'],
    synopsis:
      'The head of a ballet company takes on a young composer and a young dancer, and sets them to work ' +
      'on Andersen’s tale of the shoes that will not stop. He expects of her that she should want ' +
      'nothing else. For one season in Monte Carlo that suits all three.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0040725' },
  },
  {
    slug: 'spring-in-a-small-town',
    title: 'Spring in a Small Town',
    originalTitle: '小城之春',
    year: 1948,
    directors: ['Fei Mu'],
    cast: [
      { name: 'Wei Wei', character: 'Zhou Yuwen' },
      { name: 'Shi Yu', character: 'Dai Liyan' },
      { name: 'Li Wei', character: 'Zhang Zhichen' },
      { name: 'Zhang Hongmei', character: 'Dai Xiu' },
      { name: 'Cui Chaoming', character: 'Lao Huang' },
    ],
    runtime: 93,
    countries: ['CN'],
    languages: ['zh'],
    genres: ['Drama', 'Romance'],
    synopsis:
      'In a house half ruined by the war live a sick man, his wife, his young sister and an old ' +
      'servant. The wife buys medicine and walks along the top of the broken town wall. A doctor comes ' +
      'to stay, a school friend of her husband’s, and once a neighbour of her own.',
    synopsisLanguage: 'en',
  },
  {
    slug: 'the-third-man',
    title: 'The Third Man',
    year: 1949,
    directors: ['Carol Reed'],
    cast: [
      { name: 'Joseph Cotten', character: 'Holly Martins' },
      { name: 'Alida Valli', character: 'Anna Schmidt' },
      { name: 'Orson Welles', character: 'Harry Lime' },
      { name: 'Trevor Howard', character: 'Major Calloway' },
      { name: 'Bernard Lee', character: 'Sergeant Paine' },
    ],
    runtime: 104,
    countries: ['GB'],
    languages: ['en', 'de'],
    genres: ['Thriller', 'Mystery'],
    synopsis:
      'A writer of cheap westerns arrives in occupied Vienna to work for an old friend, and is in time for ' +
      'the funeral. The accounts of the accident do not agree on how many men carried the body.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0041959', tmdb: '1092' },
  },
];
