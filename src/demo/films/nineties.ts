import type { DemoFilm } from '../shape.ts';

/** The films of the demonstration of the 1990s, oldest first. */
export const filmsOfTheNineties: readonly DemoFilm[] = [
  {
    slug: 'close-up',
    title: 'Close-Up',
    originalTitle: 'کلوزآپ، نمای نزدیک',
    year: 1990,
    directors: ['Abbas Kiarostami'],
    cast: [
      { name: 'Hossain Sabzian' },
      { name: 'Mohsen Makhmalbaf' },
      { name: 'Abolfazl Ahankhah' },
      { name: 'Mehrdad Ahankhah' },
      { name: 'Hossain Farazmand' },
    ],
    runtime: 98,
    countries: ['IR'],
    languages: ['fa', 'az'],
    genres: ['Drama', 'Documentary'],
    synopsis:
      'A man without work tells a woman on a bus that he is a famous director, and her family lets him in. ' +
      'The trial is real, the people play themselves, and the camera has questions of its own.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0100234' },
  },
  {
    slug: 'a-brighter-summer-day',
    title: 'A Brighter Summer Day',
    originalTitle: '牯嶺街少年殺人事件',
    year: 1991,
    directors: ['Edward Yang'],
    cast: [
      { name: 'Chang Chen', character: 'Xiao Si’r' },
      { name: 'Lisa Yang', character: 'Ming' },
      { name: 'Chang Kuo-chu', character: 'Father' },
      { name: 'Elaine Jin', character: 'Mother' },
      { name: 'Wong Chi-zan', character: 'Cat' },
    ],
    runtime: 237,
    countries: ['TW'],
    languages: ['zh', 'nan'],
    genres: ['Drama', 'Crime'],
    synopsis:
      'Taipei, 1960: the children of people who fled the mainland go to school at night, form gangs and ' +
      'sing Elvis by ear. Xiao Si’r takes a torch from a film studio and shines it on whatever he comes ' +
      'across. He likes a girl whose boyfriend leads a gang and is in hiding.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0101985' },
  },
  {
    slug: 'once-were-warriors',
    title: 'Once Were Warriors',
    year: 1994,
    directors: ['Lee Tamahori'],
    cast: [
      { name: 'Rena Owen', character: 'Beth Heke' },
      { name: 'Temuera Morrison', character: 'Jake Heke' },
      { name: 'Mamaengaroa Kerr-Bell', character: 'Grace' },
      { name: 'Julian Arahanga', character: 'Nig' },
      { name: 'Taungaroa Emile', character: 'Boogie' },
      { name: 'Cliff Curtis', character: 'Bully' },
    ],
    runtime: 102,
    countries: ['NZ'],
    languages: ['en', 'mi'],
    genres: ['Drama'],
    synopsis:
      'Beth left her people eighteen years ago for Jake, and lives with him and five children in a ' +
      'state house beside an Auckland motorway. Jake sings well, brings the whole pub home, and hits. ' +
      'Their daughter Grace writes stories in an exercise book and reads them to the little ones.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0110729' },
  },
  {
    slug: 'la-haine',
    title: 'La Haine',
    year: 1995,
    directors: ['Mathieu Kassovitz'],
    cast: [
      { name: 'Vincent Cassel', character: 'Vinz' },
      { name: 'Hubert Koundé', character: 'Hubert' },
      { name: 'Saïd Taghmaoui', character: 'Saïd' },
    ],
    runtime: 98,
    countries: ['FR'],
    languages: ['fr'],
    genres: ['Drama', 'Crime'],
    synopsis:
      'On the day after a riot on an estate outside Paris Vinz, Hubert and Saïd have nothing to do. A ' +
      'friend of theirs lies in hospital because of the police, and a policeman has lost his revolver. ' +
      'Vinz has found it, and the clock goes on.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0113247' },
  },
  {
    slug: 'fargo',
    title: 'Fargo',
    year: 1996,
    directors: ['Joel Coen'],
    cast: [
      { name: 'Frances McDormand', character: 'Marge Gunderson' },
      { name: 'William H. Macy', character: 'Jerry Lundegaard' },
      { name: 'Steve Buscemi', character: 'Carl Showalter' },
      { name: 'Peter Stormare', character: 'Gaear Grimsrud' },
      { name: 'Harve Presnell', character: 'Wade Gustafson' },
      { name: 'John Carroll Lynch', character: 'Norm Gunderson' },
    ],
    runtime: 98,
    countries: ['US'],
    languages: ['en'],
    genres: ['Crime', 'Comedy', 'Thriller'],
    synopsis:
      'A car salesman in Minneapolis pays two strangers to kidnap his wife, so that her father will pay ' +
      'him. On a road near Brainerd it goes wrong in the snow. The chief of police, who is seven months ' +
      'pregnant, has her eggs and drives out to have a look.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0116282' },
  },
  {
    slug: 'central-station',
    title: 'Central Station',
    originalTitle: 'Central do Brasil',
    year: 1998,
    directors: ['Walter Salles'],
    cast: [
      { name: 'Fernanda Montenegro', character: 'Dora' },
      { name: 'Vinícius de Oliveira', character: 'Josué' },
      { name: 'Marília Pêra', character: 'Irene' },
      { name: 'Othon Bastos', character: 'César' },
      { name: 'Matheus Nachtergaele', character: 'Isaías' },
    ],
    runtime: 110,
    countries: ['BR', 'FR'],
    languages: ['pt'],
    genres: ['Drama'],
    synopsis:
      'Dora writes letters for those who cannot, at a table in the main station of Rio, and posts few ' +
      'of them. A woman she has written for is run over outside, and her boy stays behind among the ' +
      'trains. Dora takes him north by bus, to look for a father.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0140888' },
  },
  {
    slug: 'beau-travail',
    title: 'Beau travail',
    year: 1999,
    directors: ['Claire Denis'],
    cast: [
      { name: 'Denis Lavant', character: 'Galoup' },
      { name: 'Michel Subor', character: 'Bruno Forestier' },
      { name: 'Grégoire Colin', character: 'Gilles Sentain' },
      { name: 'Richard Courcet', character: 'Légionnaire' },
    ],
    runtime: 92,
    countries: ['FR'],
    languages: ['fr', 'it', 'ru'],
    genres: ['Drama'],
    synopsis:
      'In Marseille a former sergeant of the Foreign Legion thinks back to Djibouti: the exercises in ' +
      'the heat, the ironing, the washing on the line, the commander he admired. Then a new man came ' +
      'whom everybody liked. At night they danced with the girls of the town.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0209933' },
  },
];
