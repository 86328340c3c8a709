import type { DemoFilm } from '../shape.ts';

/** The films of the demonstration of the 1950s, oldest first. */
export const filmsOfTheFifties: readonly DemoFilm[] = [
  {
    slug: 'rashomon',
    title: 'Rashomon',
    originalTitle: '羅生門',
    year: 1950,
    directors: ['Akira Kurosawa'],
    cast: [
      { name: 'Toshirō Mifune', character: 'Tajōmaru' },
      { name: 'Machiko Kyō', character: 'The wife' },
      { name: 'Masayuki Mori', character: 'The samurai' },
      { name: 'Takashi Shimura', character: 'The woodcutter' },
      { name: 'Minoru Chiaki', character: 'The priest' },
      { name: 'Kichijirō Ueda', character: 'The commoner' },
    ],
    runtime: 88,
    countries: ['JP'],
    languages: ['ja'],
    genres: ['Drama', 'Crime'],
    synopsis:
      'Three men wait out the rain under a ruined gate and cannot get over what was said in court. A ' +
      'samurai is dead in a grove; a bandit, the wife and, through a medium, the dead man have each ' +
      'told how it happened. The woodcutter says that he only found the body.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0042876' },
  },
  {
    slug: 'los-olvidados',
    title: 'Los olvidados',
    year: 1950,
    directors: ['Luis Buñuel'],
    cast: [
      { name: 'Alfonso Mejía', character: 'Pedro' },
      { name: 'Roberto Cobo', character: 'El Jaibo' },
      { name: 'Estela Inda', character: 'La madre de Pedro' },
      { name: 'Miguel Inclán', character: 'Don Carmelo' },
      { name: 'Alma Delia Fuentes', character: 'Meche' },
    ],
    runtime: 85,
    countries: ['MX'],
    languages: ['es'],
    genres: ['Drama', 'Crime'],
    synopsis:
      'El Jaibo has broken out of the reformatory and is looking for the boy who gave him away. Pedro, ' +
      'who is younger and wants his mother to be kind to him, is there when he finds him. Behind them ' +
      'stand the steel frames of a Mexico City that is still being built.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0042804' },
  },
  {
    slug: 'singin-in-the-rain',
    title: 'Singin’ in the Rain',
    year: 1952,
    directors: ['Stanley Donen', 'Gene Kelly'],
    cast: [
      { name: 'Gene Kelly', character: 'Don Lockwood' },
      { name: 'Donald O’Connor', character: 'Cosmo Brown' },
      { name: 'Debbie Reynolds', character: 'Kathy Selden' },
      { name: 'Jean Hagen', character: 'Lina Lamont' },
      { name: 'Cyd Charisse', character: 'Dancer' },
    ],
    runtime: 103,
    countries: ['US'],
    languages: ['en'],
    genres: ['Musical', 'Comedy', 'Romance'],
    synopsis:
      'In 1927 a studio stops its new costume picture halfway to give it sound. The hero used to be a ' +
      'hoofer and can manage; his leading lady has a voice that nobody outside the studio has heard. A ' +
      'girl who jumped out of a cake at a party could help.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0045152' },
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
    slug: 'seven-samurai',
    title: 'Seven Samurai',
    originalTitle: '七人の侍',
    year: 1954,
    directors: ['Akira Kurosawa'],
    cast: [
      { name: 'Takashi Shimura', character: 'Kambei' },
      { name: 'Toshirō Mifune', character: 'Kikuchiyo' },
      { name: 'Seiji Miyaguchi', character: 'Kyūzō' },
      { name: 'Yoshio Inaba', character: 'Gorōbei' },
      { name: 'Daisuke Katō', character: 'Shichirōji' },
      { name: 'Minoru Chiaki', character: 'Heihachi' },
      { name: 'Isao Kimura', character: 'Katsushirō' },
      { name: 'Keiko Tsushima', character: 'Shino' },
    ],
    runtime: 207,
    countries: ['JP'],
    languages: ['ja'],
    genres: ['Action', 'Drama'],
    synopsis:
      'The bandits will be back when the barley is ripe. The farmers have nothing to pay with but rice, ' +
      'and go to town to look for hungry samurai. Six will come, and a seventh follows them with a ' +
      'sword that is too long for him.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0047478' },
  },
  {
    slug: 'the-night-of-the-hunter',
    title: 'The Night of the Hunter',
    year: 1955,
    directors: ['Charles Laughton'],
    cast: [
      { name: 'Robert Mitchum', character: 'Harry Powell' },
      { name: 'Lillian Gish', character: 'Rachel Cooper' },
      { name: 'Shelley Winters', character: 'Willa Harper' },
      { name: 'Billy Chapin', character: 'John' },
      { name: 'Sally Jane Bruce', character: 'Pearl' },
    ],
    runtime: 93,
    countries: ['US'],
    languages: ['en'],
    genres: ['Thriller', 'Drama'],
    synopsis:
      'A preacher with a word on the fingers of each hand has shared a cell with a man who hid ten ' +
      'thousand dollars and was hanged. Only the man’s two children know where. The preacher comes ' +
      'courting their mother, and there is a boat on the river.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0048424' },
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
    slug: 'pyaasa',
    title: 'Pyaasa',
    originalTitle: 'प्यासा',
    year: 1957,
    directors: ['Guru Dutt'],
    cast: [
      { name: 'Guru Dutt', character: 'Vijay' },
      { name: 'Waheeda Rehman', character: 'Gulabo' },
      { name: 'Mala Sinha', character: 'Meena' },
      { name: 'Rehman', character: 'Mr Ghosh' },
      { name: 'Johnny Walker', character: 'Abdul Sattar' },
    ],
    runtime: 146,
    countries: ['IN'],
    languages: ['hi', 'ur'],
    genres: ['Drama', 'Musical', 'Romance'],
    synopsis:
      'Vijay’s brothers have sold his poems as waste paper. Gulabo, who walks the streets of Calcutta, ' +
      'bought them and sings one of them to a stranger without knowing that it is his. The woman who ' +
      'once loved him is married to the publisher.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0050870' },
  },
  {
    slug: 'the-cranes-are-flying',
    title: 'The Cranes Are Flying',
    originalTitle: 'Летят журавли',
    year: 1957,
    directors: ['Mikhail Kalatozov'],
    cast: [
      { name: 'Tatiana Samoilova', character: 'Veronika' },
      { name: 'Aleksey Batalov', character: 'Boris' },
      { name: 'Vasily Merkuryev', character: 'Fyodor Ivanovich' },
      { name: 'Aleksandr Shvorin', character: 'Mark' },
      { name: 'Svetlana Kharitonova', character: 'Irina' },
    ],
    runtime: 95,
    countries: ['RU'],
    languages: ['ru'],
    genres: ['Drama', 'War', 'Romance'],
    synopsis:
      'Veronika and Boris have walked through Moscow all night and still whisper on the stairs. It is ' +
      'the morning of 22 June 1941. He volunteers without telling her, and leaves her a toy squirrel ' +
      'with a basket of nuts and something underneath.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0050634' },
  },
  {
    slug: 'vertigo',
    title: 'Vertigo',
    year: 1958,
    directors: ['Alfred Hitchcock'],
    cast: [
      { name: 'James Stewart', character: 'Scottie Ferguson' },
      { name: 'Kim Novak', character: 'Madeleine Elster' },
      { name: 'Barbara Bel Geddes', character: 'Midge Wood' },
      { name: 'Tom Helmore', character: 'Gavin Elster' },
    ],
    runtime: 128,
    countries: ['US'],
    languages: ['en'],
    genres: ['Thriller', 'Mystery', 'Romance'],
    synopsis:
      'A detective who has left the police because heights make him giddy is asked to follow a friend’s ' +
      'wife through San Francisco. She drives to a florist’s, to a grave and to a portrait, and seems ' +
      'to believe that she is somebody long dead. He goes on following when he is no longer paid for ' +
      'it.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0052357' },
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
    slug: 'the-400-blows',
    title: 'The 400 Blows',
    originalTitle: 'Les Quatre Cents Coups',
    year: 1959,
    directors: ['François Truffaut'],
    cast: [
      { name: 'Jean-Pierre Léaud', character: 'Antoine Doinel' },
      { name: 'Patrick Auffay', character: 'René' },
      { name: 'Claire Maurier', character: 'Gilberte Doinel' },
      { name: 'Albert Rémy', character: 'Julien Doinel' },
      { name: 'Guy Decomble', character: '« Petite Feuille », le professeur' },
    ],
    runtime: 99,
    countries: ['FR'],
    languages: ['fr'],
    genres: ['Drama'],
    synopsis:
      'Antoine sleeps in the passage of a very small flat in Paris and takes the rubbish down at night. ' +
      'He has played truant and needs an excuse, so he tells his teacher that his mother has died. ' +
      'After that he is believed by nobody, least of all when he lights a candle to Balzac.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0053198' },
  },
];
