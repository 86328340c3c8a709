import type { DemoFilm } from '../shape.ts';

/** The films of the demonstration from 2010 on, oldest first. */
export const filmsOfNow: readonly DemoFilm[] = [
  {
    slug: 'uncle-boonmee',
    title: 'Uncle Boonmee Who Can Recall His Past Lives',
    originalTitle: 'ลุงบุญมีระลึกชาติ',
    year: 2010,
    directors: ['Apichatpong Weerasethakul'],
    cast: [
      { name: 'Thanapat Saisaymar', character: 'Boonmee' },
      { name: 'Jenjira Pongpas', character: 'Jen' },
      { name: 'Sakda Kaewbuadee', character: 'Tong' },
      { name: 'Natthakarn Aphaiwonk', character: 'Huay' },
      { name: 'Geerasak Kulhong', character: 'Boonsong' },
    ],
    runtime: 114,
    countries: ['TH'],
    languages: ['th'],
    genres: ['Drama', 'Fantasy'],
    synopsis:
      'Boonmee keeps bees in the north-east of Thailand, and his kidneys are failing. At supper on the ' +
      'veranda his dead wife comes to sight on an empty chair, and his lost son comes up the stairs ' +
      'with red eyes and fur. Somebody fetches her a glass of water.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt1588895' },
  },
  {
    slug: 'a-separation',
    title: 'A Separation',
    originalTitle: 'جدایی نادر از سیمین',
    year: 2011,
    directors: ['Asghar Farhadi'],
    cast: [
      { name: 'Peyman Moaadi', character: 'Nader' },
      { name: 'Leila Hatami', character: 'Simin' },
      { name: 'Sareh Bayat', character: 'Razieh' },
      { name: 'Shahab Hosseini', character: 'Hojjat' },
      { name: 'Sarina Farhadi', character: 'Termeh' },
      { name: 'Merila Zarei', character: 'Miss Ghahraei' },
    ],
    runtime: 123,
    countries: ['IR'],
    languages: ['fa'],
    genres: ['Drama'],
    synopsis:
      'Simin wants to leave Iran, and Nader will not leave his father, who no longer knows him. The ' +
      'woman who is hired to mind the old man has not told her husband. Something happens at the door ' +
      'of the flat, and everybody swears to what they know.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt1832382' },
  },
  {
    slug: 'wadjda',
    title: 'Wadjda',
    originalTitle: 'وجدة',
    year: 2012,
    directors: ['Haifaa al-Mansour'],
    cast: [
      { name: 'Waad Mohammed', character: 'Wadjda' },
      { name: 'Reem Abdullah', character: 'Her mother' },
      { name: 'Abdullrahman Al Gohani', character: 'Abdullah' },
      { name: 'Ahd', character: 'Ms Hussa' },
      { name: 'Sultan Al Assaf', character: 'Her father' },
    ],
    runtime: 98,
    countries: ['SA', 'DE'],
    languages: ['ar'],
    genres: ['Drama', 'Family'],
    synopsis:
      'A green bicycle goes by above a wall in Riyadh, and Wadjda, who is ten, wants it. Girls do not ' +
      'ride. She sells bracelets in football colours at school, reckons up what she has, and then hears ' +
      'that there is a prize for reciting the Quran.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt2258858' },
  },
  {
    slug: 'timbuktu',
    title: 'Timbuktu',
    year: 2014,
    directors: ['Abderrahmane Sissako'],
    cast: [
      { name: 'Ibrahim Ahmed', character: 'Kidane' },
      { name: 'Toulou Kiki', character: 'Satima' },
      { name: 'Abel Jafri', character: 'Abdelkerim' },
      { name: 'Fatoumata Diawara', character: 'La chanteuse' },
      { name: 'Kettly Noël', character: 'Zabou' },
      { name: 'Layla Walet Mohamed', character: 'Toya' },
    ],
    runtime: 97,
    countries: ['MR', 'FR'],
    languages: ['fr', 'ar', 'bm', 'en'],
    genres: ['Drama'],
    synopsis:
      'Men with rifles and a loudspeaker forbid the people of Timbuktu music, cigarettes, football, and ' +
      'at the fish stall bare hands. In the dunes outside Kidane lives in a tent with his wife, his ' +
      'daughter and a few cows, the best of which is called GPS. The boys play on without a ball.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt3409392' },
  },
  {
    slug: 'mad-max-fury-road',
    title: 'Mad Max: Fury Road',
    year: 2015,
    directors: ['George Miller'],
    cast: [
      { name: 'Tom Hardy', character: 'Max' },
      { name: 'Charlize Theron', character: 'Furiosa' },
      { name: 'Nicholas Hoult', character: 'Nux' },
      { name: 'Hugh Keays-Byrne', character: 'Immortan Joe' },
      { name: 'Rosie Huntington-Whiteley', character: 'The Splendid Angharad' },
      { name: 'Megan Gale', character: 'The Valkyrie' },
      { name: 'iOTA', character: 'The Doof Warrior' },
    ],
    runtime: 120,
    countries: ['AU', 'US'],
    languages: ['en'],
    genres: ['Action', 'Adventure', 'Science fiction'],
    synopsis:
      'Furiosa is sent out for petrol and turns her lorry off the road, and the man who owns all the ' +
      'water finds an empty room at home. He sends everything he has on wheels after her, drums and ' +
      'guitar included. Max rides along on the front of a car, as a bag of blood.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt1392190' },
  },
  {
    slug: 'moonlight',
    title: 'Moonlight',
    year: 2016,
    directors: ['Barry Jenkins'],
    cast: [
      { name: 'Alex Hibbert', character: 'Little' },
      { name: 'Ashton Sanders', character: 'Chiron' },
      { name: 'Trevante Rhodes', character: 'Black' },
      { name: 'Mahershala Ali', character: 'Juan' },
      { name: 'Naomie Harris', character: 'Paula' },
      { name: 'Janelle Monáe', character: 'Teresa' },
      { name: 'André Holland', character: 'Kevin' },
    ],
    runtime: 111,
    countries: ['US'],
    languages: ['en'],
    genres: ['Drama', 'Romance'],
    synopsis:
      'Three chapters, and in each the name he goes by in Miami at the time: Little, Chiron, Black. A ' +
      'man who sells drugs on the corner teaches a boy who does not talk to float in the sea. Years ' +
      'later the telephone rings, and it is a friend who has learned to cook.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt4975722' },
  },
  {
    slug: 'roma',
    title: 'Roma',
    year: 2018,
    directors: ['Alfonso Cuarón'],
    cast: [
      { name: 'Yalitza Aparicio', character: 'Cleo' },
      { name: 'Marina de Tavira', character: 'Sofía' },
      { name: 'Nancy García García', character: 'Adela' },
      { name: 'Fernando Grediaga', character: 'Antonio' },
      { name: 'Jorge Antonio Guerrero', character: 'Fermín' },
    ],
    runtime: 135,
    countries: ['MX'],
    languages: ['es', 'mix'],
    genres: ['Drama'],
    synopsis:
      'Cleo keeps house for a doctor’s family in the Colonia Roma of Mexico City in 1970. She is first up and ' +
      'last to put out the lights. In the year that follows both she and her employer are left.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt6155172', tmdb: '426426' },
  },
  {
    slug: 'portrait-of-a-lady-on-fire',
    title: 'Portrait of a Lady on Fire',
    originalTitle: 'Portrait de la jeune fille en feu',
    year: 2019,
    directors: ['Céline Sciamma'],
    cast: [
      { name: 'Noémie Merlant', character: 'Marianne' },
      { name: 'Adèle Haenel', character: 'Héloïse' },
      { name: 'Luàna Bajrami', character: 'Sophie' },
      { name: 'Valeria Golino', character: 'La comtesse' },
    ],
    runtime: 122,
    countries: ['FR'],
    languages: ['fr', 'it'],
    genres: ['Drama', 'Romance'],
    synopsis:
      'Late in the eighteenth century a painter is rowed to an island in Brittany and jumps into the ' +
      'sea after her canvases. She is to paint a bride who will not sit, so she must walk beside her ' +
      'and remember. Then the mother goes away for five days.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt8613070' },
  },
  {
    slug: 'parasite',
    title: 'Parasite',
    originalTitle: '기생충',
    year: 2019,
    directors: ['Bong Joon Ho'],
    cast: [
      { name: 'Song Kang-ho', character: 'Kim Ki-taek' },
      { name: 'Jang Hye-jin', character: 'Chung-sook' },
      { name: 'Choi Woo-shik', character: 'Ki-woo' },
      { name: 'Park So-dam', character: 'Ki-jung' },
      { name: 'Lee Sun-kyun', character: 'Park Dong-ik' },
      { name: 'Cho Yeo-jeong', character: 'Yeon-kyo' },
      { name: 'Lee Jung-eun', character: 'Moon-gwang' },
    ],
    runtime: 132,
    countries: ['KR'],
    languages: ['ko'],
    genres: ['Thriller', 'Comedy', 'Drama'],
    synopsis:
      'The Kims fold pizza boxes in a half-basement and borrow the wifi from upstairs. The son is recommended ' +
      'as a tutor to a house on the hill with a lawn, a window and a nervous mother, and sees openings.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt6751668', tmdb: '496243' },
  },
  {
    slug: 'drive-my-car',
    title: 'Drive My Car',
    originalTitle: 'ドライブ・マイ・カー',
    year: 2021,
    directors: ['Ryusuke Hamaguchi'],
    cast: [
      { name: 'Hidetoshi Nishijima', character: 'Yūsuke Kafuku' },
      { name: 'Tōko Miura', character: 'Misaki Watari' },
      { name: 'Reika Kirishima', character: 'Oto' },
      { name: 'Masaki Okada', character: 'Kōji Takatsuki' },
      { name: 'Park Yu-rim', character: 'Lee Yoon-a' },
      { name: 'Jin Dae-yeon', character: 'Gong Yoon-soo' },
    ],
    runtime: 179,
    countries: ['JP'],
    languages: ['ja', 'en', 'ko', 'zh'],
    genres: ['Drama'],
    synopsis:
      'A director comes to Hiroshima to stage Uncle Vanya with actors who do not share a language, one ' +
      'of whom signs. The festival insists that he be driven, in his own red Saab, by a woman of ' +
      'twenty-three who says little. On the way he learns his lines from a cassette on which his wife ' +
      'reads all the others.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt14039582' },
  },
  {
    slug: 'aftersun',
    title: 'Aftersun',
    year: 2022,
    directors: ['Charlotte Wells'],
    cast: [
      { name: 'Paul Mescal', character: 'Calum' },
      { name: 'Frankie Corio', character: 'Sophie' },
      { name: 'Celia Rowlson-Hall', character: 'Adult Sophie' },
      { name: 'Brooklyn Toulson', character: 'Michael' },
    ],
    runtime: 101,
    countries: ['GB', 'US'],
    languages: ['en'],
    genres: ['Drama'],
    synopsis:
      'Sophie is eleven and on a package holiday in Turkey with her father, who is sometimes taken for ' +
      'her brother. They film one another with a camcorder, play pool, rub mud on each other and do not ' +
      'quite quarrel. Twenty years later she looks at the tapes.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt19770238' },
  },
];
