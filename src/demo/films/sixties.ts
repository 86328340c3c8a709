import type { DemoFilm } from '../shape.ts';

/** The films of the demonstration of the 1960s, oldest first. */
export const filmsOfTheSixties: readonly DemoFilm[] = [
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
    slug: 'the-house-is-black',
    title: 'The House Is Black',
    originalTitle: 'خانه سیاه است',
    year: 1963,
    directors: ['Forugh Farrokhzad'],
    cast: [
      { name: 'Forugh Farrokhzad', character: 'Narrator' },
      { name: 'Ebrahim Golestan', character: 'Narrator' },
    ],
    runtime: 22,
    countries: ['IR'],
    languages: ['fa'],
    genres: ['Documentary'],
    synopsis:
      'A poet spent twelve days in a leper colony near Tabriz. People have their feet dressed, go to ' +
      'school, play with a ball and give thanks; over them she reads lines of her own and of the Old ' +
      'Testament. A man’s voice says that the disease can be cured.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0336693' },
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
    slug: 'black-god-white-devil',
    title: 'Black God, White Devil',
    originalTitle: 'Deus e o Diabo na Terra do Sol',
    year: 1964,
    directors: ['Glauber Rocha'],
    cast: [
      { name: 'Geraldo Del Rey', character: 'Manuel' },
      { name: 'Yoná Magalhães', character: 'Rosa' },
      { name: 'Othon Bastos', character: 'Corisco' },
      { name: 'Maurício do Valle', character: 'Antônio das Mortes' },
      { name: 'Lídio Silva', character: 'Sebastião' },
    ],
    runtime: 120,
    countries: ['BR'],
    languages: ['pt'],
    genres: ['Drama', 'Western'],
    synopsis:
      'In the dry north-east of Brazil the cowherd Manuel kills the rancher who cheated him, and runs ' +
      'with his wife Rosa. They go to a preacher who promises that the backlands will turn into sea, ' +
      'and then to the last of the bandits. A man in a long cape has been paid for both.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0058006' },
  },
  {
    slug: 'black-girl',
    title: 'Black Girl',
    originalTitle: 'La Noire de…',
    year: 1966,
    directors: ['Ousmane Sembène'],
    cast: [
      { name: 'Mbissine Thérèse Diop', character: 'Diouana' },
      { name: 'Anne-Marie Jelinek', character: 'Madame' },
      { name: 'Robert Fontaine', character: 'Monsieur' },
      { name: 'Momar Nar Sene', character: 'L’ami de Diouana' },
    ],
    runtime: 59,
    countries: ['SN', 'FR'],
    languages: ['fr'],
    genres: ['Drama'],
    synopsis:
      'Diouana a quitté Dakar pour s’occuper des enfants d’un couple français à Antibes. Là-bas il n’y ' +
      'a pas d’enfants, mais une cuisine, une salle de bains et des invités qui veulent goûter le riz. ' +
      'Au mur du salon est accroché le masque qu’elle leur avait offert.',
    synopsisLanguage: 'fr',
    ids: { imdb: 'tt0060758' },
  },
  {
    slug: 'the-battle-of-algiers',
    title: 'The Battle of Algiers',
    originalTitle: 'معركة الجزائر',
    year: 1966,
    directors: ['Gillo Pontecorvo'],
    cast: [
      { name: 'Brahim Haggiag', character: 'Ali La Pointe' },
      { name: 'Jean Martin', character: 'Colonel Mathieu' },
      { name: 'Yacef Saadi', character: 'Djafar' },
      { name: 'Samia Kerbash', character: 'Fathia' },
      { name: 'Mohamed Ben Kassen', character: 'Petit Omar' },
    ],
    runtime: 121,
    countries: ['DZ', 'IT'],
    languages: ['ar', 'fr'],
    genres: ['Drama', 'War', 'History'],
    synopsis:
      'Between 1954 and 1957 the Casbah of Algiers organises itself, and a colonel of paratroopers ' +
      'draws the diagram on a blackboard. Three women cut their hair, put on French dresses and carry ' +
      'baskets through the checkpoints. Not one metre of it is newsreel.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0058946' },
  },
  {
    slug: 'daisies',
    title: 'Daisies',
    originalTitle: 'Sedmikrásky',
    year: 1966,
    directors: ['Věra Chytilová'],
    cast: [
      { name: 'Jitka Cerhová', character: 'Marie I' },
      { name: 'Ivana Karbanová', character: 'Marie II' },
      { name: 'Julius Albert', character: 'Starší pán' },
    ],
    runtime: 76,
    countries: ['CZ'],
    languages: ['cs'],
    genres: ['Comedy', 'Experimental'],
    synopsis:
      'Two young women called Marie sit in their bathing suits and find that the world has gone bad. So ' +
      'they will be bad too. They let old gentlemen buy them dinner and see them off at the station, ' +
      'and take their scissors to whatever will keep still.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0060959' },
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
    slug: 'memories-of-underdevelopment',
    title: 'Memories of Underdevelopment',
    originalTitle: 'Memorias del subdesarrollo',
    year: 1968,
    directors: ['Tomás Gutiérrez Alea'],
    cast: [
      { name: 'Sergio Corrieri', character: 'Sergio' },
      { name: 'Daisy Granados', character: 'Elena' },
      { name: 'Eslinda Núñez', character: 'Noemí' },
      { name: 'Omar Valdés', character: 'Pablo' },
      { name: 'Beatriz Ponchora', character: 'Laura' },
    ],
    runtime: 97,
    countries: ['CU'],
    languages: ['es'],
    genres: ['Drama'],
    synopsis:
      'In Havana in 1961 Sergio sees his wife and his parents off to Miami and stays behind, to find ' +
      'out what will happen and perhaps to write. He looks at the city through a telescope on his ' +
      'balcony, and at women through what he has read. The missiles are on their way.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0063291' },
  },
  {
    slug: '2001-a-space-odyssey',
    title: '2001: A Space Odyssey',
    year: 1968,
    directors: ['Stanley Kubrick'],
    cast: [
      { name: 'Keir Dullea', character: 'Dave Bowman' },
      { name: 'Gary Lockwood', character: 'Frank Poole' },
      { name: 'William Sylvester', character: 'Heywood Floyd' },
      { name: 'Douglas Rain', character: 'HAL 9000' },
      { name: 'Daniel Richter', character: 'Moonwatcher' },
    ],
    runtime: 149,
    countries: ['GB', 'US'],
    languages: ['en'],
    genres: ['Science fiction'],
    synopsis:
      'One morning, long before there are people, something black and smooth is standing among the ' +
      'rocks. Another is dug up on the Moon, and sends out a signal. Eighteen months later two men, ' +
      'three sleepers and a computer with a soft voice are on their way to Jupiter.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0062622' },
  },
  {
    slug: 'the-color-of-pomegranates',
    title: 'The Color of Pomegranates',
    originalTitle: 'Նռան գույնը',
    year: 1969,
    directors: ['Sergei Parajanov'],
    cast: [
      { name: 'Sofiko Chiaureli', character: 'The poet as a youth, and his love' },
      { name: 'Melkon Alekyan', character: 'The poet as a child' },
      { name: 'Vilen Galstyan', character: 'The poet in the cloister' },
      { name: 'Gogi Gegechkori', character: 'The poet as an old man' },
    ],
    runtime: 79,
    countries: ['AM'],
    languages: ['hy'],
    genres: ['Drama', 'Experimental'],
    synopsis:
      'The life of the Armenian poet Sayat-Nova, told in things: wet books drying on a roof, wool in ' +
      'the dye, lace, a carpet, a cockerel. He is a child, a young man at court, a monk, and old. ' +
      'Hardly anybody speaks, and everybody looks at us.',
    synopsisLanguage: 'en',
    ids: { imdb: 'tt0063555' },
  },
  {
    slug: 'the-night-of-counting-the-years',
    title: 'The Night of Counting the Years',
    originalTitle: 'المومياء',
    year: 1969,
    directors: ['شادي عبد السلام'],
    cast: [
      { name: 'أحمد مرعي', character: 'ونيس' },
      { name: 'نادية لطفي', character: 'زينة' },
      { name: 'زوزو حمدي الحكيم', character: 'الأم' },
      { name: 'أحمد حجازي', character: 'الأخ' },
    ],
    runtime: 102,
    countries: ['EG'],
    languages: ['ar'],
    genres: ['Drama', 'History'],
    synopsis:
      'In 1881 the chief of a mountain clan near Thebes is buried, and his two sons are told what they ' +
      'have been living on: a cave full of pharaohs, sold off piece by piece. One of them asks what the ' +
      'bread he ate was made of. A steamer with officials from Cairo lies in the river.',
    synopsisLanguage: 'en',
  },
];
