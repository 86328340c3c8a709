import type { DemoPerson } from './shape.ts';

/** The ten who write in the demonstration, each with a temperament of their own. */
export const people: readonly DemoPerson[] = [
  {
    username: 'nkechi_cuts',
    name: 'Nkechi Obiora',
    bio: 'Film editor, documentaries mostly. I count cuts the way other people count sheep.',
    place: 'Glasgow',
  },
  {
    username: 'ted_hallam',
    name: 'Ted Hallam',
    bio: 'Forty-one years in the box at the Alderman. Carbon arcs, then xenon, then a computer, then home.',
    place: 'Todmorden, West Yorkshire',
  },
  {
    username: 'linh',
    name: 'linh đặng',
    bio: 'second year cinema studies, early shifts at the bakery, falls asleep only in good films',
    place: 'Footscray, Melbourne',
  },
  {
    username: 'eluned',
    name: 'Eluned Pryce',
    bio: 'I keep a notebook for what I could not say in the foyer.',
    place: 'Machynlleth',
  },
  {
    username: 'davi_e_lurdes',
    name: 'Davi Sabino',
    bio: 'My grandmother talks, I write it down. She is Lurdes, eighty-one, and translated here by me.',
    place: 'Recife',
  },
  {
    username: 'farhana_q',
    name: 'Farhana Quddus',
    bio: 'Two children, one sofa, a torch for the scary parts. Midwife when I am not pausing things.',
    place: 'Leicester',
  },
  {
    username: 'echeverria_saavedra',
    name: 'María de los Ángeles Echeverría Saavedra de la Torre',
    bio: 'I wrote about films for a weekly that no longer exists. The habit outlived the paper.',
    place: 'Montevideo',
  },
  {
    username: 'jost_wiegand',
    name: 'Jost Wiegand',
    bio: 'Schreibt seit 1994 ins Kinoheft. Früher Setzer, deshalb die Pedanterie.',
    place: 'Halle (Saale)',
  },
  { username: 'aroha', name: 'Aroha Tamihana', place: 'Whanganui' },
  {
    username: 'suha_m',
    name: 'سهى منصور',
    bio: 'مهندسة صوت من الإسكندرية. أسمع الفيلم أولًا ثم أراه.',
    place: 'الإسكندرية',
  },
];
