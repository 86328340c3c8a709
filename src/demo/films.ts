import type { DemoFilm } from './shape.ts';

/** The films of the demonstration, oldest first. */
export const films: readonly DemoFilm[] = [
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
  {
    slug: 'tokyo-story',
    title: 'Tokyo Story',
    originalTitle: '東京物語',
    year: 1953,
    directors: ['Yasujirō Ozu'],
    cast: [
      { name: 'Chishū Ryū', character: 'Shūkichi Hirayama' },
      { name: 'Chieko Higashiyama', character: 'Tomi Hirayama' },
      { name: 'Setsuko Hara', character: 'Noriko' },
      { name: 'Haruko Sugimura', character: 'Shige' },
      { name: 'Kyōko Kagawa', character: 'Kyōko' },
    ],
    runtime: 136,
    countries: ['JP'],
    languages: ['ja'],
    genres: ['Drama'],
    synopsis:
      'An old couple travel from Onomichi to see their grown children in Tokyo. The children are busy. ' +
      'Only the widow of a son lost in the war asks for a day off.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0046438', tmdb: '18148' },
  },
  {
    slug: 'pather-panchali',
    title: 'Pather Panchali',
    originalTitle: 'পথের পাঁচালী',
    year: 1955,
    directors: ['Satyajit Ray'],
    cast: [
      { name: 'Karuna Banerjee', character: 'Sarbajaya' },
      { name: 'Kanu Banerjee', character: 'Harihar' },
      { name: 'Uma Das Gupta', character: 'Durga' },
      { name: 'Subir Banerjee', character: 'Apu' },
      { name: 'Chunibala Devi', character: 'Indir Thakrun' },
    ],
    runtime: 125,
    countries: ['IN'],
    languages: ['bn'],
    genres: ['Drama'],
    synopsis:
      'In a village in Bengal a priest who would rather be a poet leaves his wife to find the rice. ' +
      'Their daughter steals guavas for an ancient aunt, and their small son sees everything for the first time.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0048473' },
  },
  {
    slug: 'cairo-station',
    title: 'Cairo Station',
    originalTitle: 'باب الحديد',
    year: 1958,
    directors: ['يوسف شاهين'],
    cast: [
      { name: 'يوسف شاهين', character: 'قناوي' },
      { name: 'هند رستم', character: 'هنومة' },
      { name: 'فريد شوقي', character: 'أبو سريع' },
      { name: 'حسن البارودي', character: 'عم مدبولي' },
    ],
    runtime: 77,
    countries: ['EG'],
    languages: ['ar'],
    genres: ['Drama', 'Crime'],
    synopsis:
      'Between the platforms of Cairo’s main station porters fight for a union, girls sell cold drinks ahead ' +
      'of the police, and a lame newspaper seller watches one of them all day long. She is to be married to ' +
      'somebody else.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0051390' },
  },
  {
    slug: 'cleo-from-5-to-7',
    title: 'Cléo from 5 to 7',
    originalTitle: 'Cléo de 5 à 7',
    year: 1962,
    directors: ['Agnès Varda'],
    cast: [
      { name: 'Corinne Marchand', character: 'Cléo' },
      { name: 'Antoine Bourseiller', character: 'Antoine' },
      { name: 'Dominique Davray', character: 'Angèle' },
      { name: 'Dorothée Blanck', character: 'Dorothée' },
      { name: 'Michel Legrand', character: 'Bob' },
    ],
    runtime: 90,
    countries: ['FR', 'IT'],
    languages: ['fr'],
    genres: ['Drama', 'Comedy'],
    synopsis:
      'A singer must wait until the evening for a doctor’s word. She has her cards read, buys a hat in the ' +
      'wrong season and walks through Paris, on the longest day of the year, almost minute by minute.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0055852', tmdb: '499' },
  },
  {
    slug: '8-and-a-half',
    title: '8½',
    year: 1963,
    directors: ['Federico Fellini'],
    cast: [
      { name: 'Marcello Mastroianni', character: 'Guido Anselmi' },
      { name: 'Anouk Aimée', character: 'Luisa' },
      { name: 'Sandra Milo', character: 'Carla' },
      { name: 'Claudia Cardinale', character: 'Claudia' },
    ],
    runtime: 138,
    countries: ['IT', 'FR'],
    languages: ['it'],
    genres: ['Drama', 'Comedy'],
    synopsis:
      'A director takes the waters at a spa while his producer builds a rocket for a film he cannot think of. ' +
      'His wife, his mistress, his critic and everyone he ever knew arrive to ask what it is about.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0056801', tmdb: '422' },
  },
  {
    slug: 'playtime',
    title: 'Playtime',
    year: 1967,
    directors: ['Jacques Tati'],
    cast: [
      { name: 'Jacques Tati', character: 'Monsieur Hulot' },
      { name: 'Barbara Dennek', character: 'Barbara' },
    ],
    runtime: 124,
    countries: ['FR'],
    languages: ['fr', 'en', 'de'],
    genres: ['Comedy'],
    synopsis:
      'Monsieur Hulot has an appointment in a Paris of glass and steel, and keeps missing the man he came to ' +
      'see. A party of tourists goes round the same streets. In the evening a restaurant opens before it is ' +
      'finished.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0062136', tmdb: '10227' },
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
];
