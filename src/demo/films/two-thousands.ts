import type { DemoFilm } from '../shape.ts';

/** The films of the demonstration of the 2000s, oldest first. */
export const filmsOfTheTwoThousands: readonly DemoFilm[] = [
  {
    slug: 'in-the-mood-for-love',
    title: 'In the Mood for Love',
    originalTitle: '花樣年華',
    year: 2000,
    directors: ['Wong Kar-wai'],
    cast: [
      { name: 'Maggie Cheung', character: 'Su Li-zhen' },
      { name: 'Tony Leung Chiu-wai', character: 'Chow Mo-wan' },
      { name: 'Rebecca Pan', character: 'Mrs Suen' },
      { name: 'Kelly Lai Chen', character: 'Mr Ho' },
      { name: 'Siu Ping-lam', character: 'Ah Ping' },
    ],
    runtime: 98,
    countries: ['HK', 'FR'],
    languages: ['yue', 'wuu', 'fr'],
    genres: ['Drama', 'Romance'],
    synopsis:
      'Hong Kong, 1962. Two couples take rooms in neighbouring flats on the same day. When one husband and one ' +
      'wife are away too often at the same time, the two who stay behind begin to compare notes.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0118694', tmdb: '843' },
  },
  {
    slug: 'la-cienaga',
    title: 'La ciénaga',
    year: 2001,
    directors: ['Lucrecia Martel'],
    cast: [
      { name: 'Graciela Borges', character: 'Mecha' },
      { name: 'Mercedes Morán', character: 'Tali' },
      { name: 'Martín Adjemián', character: 'Gregorio' },
      { name: 'Sofía Bertolotto', character: 'Momi' },
      { name: 'Andrea López', character: 'Isabel' },
      { name: 'Juan Cruz Bordeu', character: 'José' },
    ],
    runtime: 103,
    countries: ['AR'],
    languages: ['es'],
    genres: ['Drama'],
    synopsis:
      'En una finca de Salta, en pleno verano, los grandes arrastran las reposeras alrededor de una ' +
      'pileta podrida, y Mecha se cae sobre las copas. Su prima Tali vive en el pueblo y quiere cruzar ' +
      'a Bolivia a comprar los útiles del colegio. Los chicos andan por el monte con escopetas.',
    synopsisLanguage: 'es',
    ids: { imdb: 'tt0240419' },
  },
  {
    slug: 'spirited-away',
    title: 'Spirited Away',
    originalTitle: '千と千尋の神隠し',
    year: 2001,
    directors: ['Hayao Miyazaki'],
    cast: [
      { name: 'Rumi Hiiragi', character: 'Chihiro' },
      { name: 'Miyu Irino', character: 'Haku' },
      { name: 'Mari Natsuki', character: 'Yubaba / Zeniba' },
      { name: 'Bunta Sugawara', character: 'Kamaji' },
      { name: 'Yumi Tamai', character: 'Lin' },
    ],
    runtime: 125,
    countries: ['JP'],
    languages: ['ja'],
    genres: ['Animation', 'Fantasy', 'Family'],
    synopsis:
      'On the way to their new home Chihiro’s parents eat at a counter where nobody is serving, and ' +
      'turn into pigs. Behind the street stands a bathhouse for gods and spirits, where whoever has no ' +
      'work is turned into something too. The girl signs a contract, and most of her name is taken off ' +
      'the paper.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0245429' },
  },
  {
    slug: 'mulholland-drive',
    title: 'Mulholland Drive',
    year: 2001,
    directors: ['David Lynch'],
    cast: [
      { name: 'Naomi Watts', character: 'Betty' },
      { name: 'Laura Elena Harring', character: 'Rita' },
      { name: 'Justin Theroux', character: 'Adam Kesher' },
      { name: 'Ann Miller', character: 'Coco' },
      { name: 'Robert Forster', character: 'Detective McKnight' },
      { name: 'Rebekah Del Rio', character: 'Herself' },
    ],
    runtime: 147,
    countries: ['US', 'FR'],
    languages: ['en', 'es'],
    genres: ['Mystery', 'Thriller', 'Drama'],
    synopsis:
      'A woman walks away from a crash above Los Angeles with a bag of money, a blue key and no name. ' +
      'Betty, who has come from Ontario to be an actress, finds her in the shower, and the two play ' +
      'detectives. Elsewhere a director is told by a cowboy whom to choose.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0166924' },
  },
  {
    slug: 'city-of-god',
    title: 'City of God',
    originalTitle: 'Cidade de Deus',
    year: 2002,
    directors: ['Fernando Meirelles', 'Kátia Lund'],
    cast: [
      { name: 'Alexandre Rodrigues', character: 'Buscapé' },
      { name: 'Leandro Firmino', character: 'Zé Pequeno' },
      { name: 'Phellipe Haagensen', character: 'Bené' },
      { name: 'Douglas Silva', character: 'Dadinho' },
      { name: 'Matheus Nachtergaele', character: 'Sandro Cenoura' },
      { name: 'Seu Jorge', character: 'Mané Galinha' },
      { name: 'Alice Braga', character: 'Angélica' },
    ],
    runtime: 130,
    countries: ['BR'],
    languages: ['pt'],
    genres: ['Crime', 'Drama'],
    synopsis:
      'Buscapé grows up in a new estate far out of Rio, to which families are sent before there is ' +
      'light or a bus, and would like to take photographs. Dadinho, who is no older, would like to own ' +
      'the place. From the sixties to the eighties the guns get larger, and those who carry them ' +
      'younger.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0317248' },
  },
  {
    slug: 'wall-e',
    title: 'WALL·E',
    year: 2008,
    directors: ['Andrew Stanton'],
    cast: [
      { name: 'Ben Burtt', character: 'WALL·E / M-O' },
      { name: 'Elissa Knight', character: 'EVE' },
      { name: 'Jeff Garlin', character: 'Captain' },
      { name: 'Fred Willard', character: 'Shelby Forthright' },
      { name: 'Sigourney Weaver', character: 'Ship’s computer' },
    ],
    runtime: 98,
    countries: ['US'],
    languages: ['en'],
    genres: ['Animation', 'Family', 'Science fiction'],
    synopsis:
      'Everybody has left the Earth to its rubbish but one small machine, which presses it into cubes and ' +
      'keeps what it likes. One day something white and well designed lands, looking for anything green.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0910970', tmdb: '10681' },
  },
];
