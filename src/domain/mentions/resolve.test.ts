import { describe, expect, test } from 'vitest';
import { renderText } from '../text/render.ts';
import type { About, Candidate } from './film.ts';
import { HIDDEN, placeOf, readStored } from './reading.ts';
import { resolveMentions } from './resolve.ts';
import { spansOf } from './span.ts';
import { mentionKey, titleForms } from './title.ts';

const film = (
  title: string,
  year: number,
  more: Partial<Candidate> & { also?: string[] } = {},
): Candidate => ({
  id: `${title} ${year}`,
  titles: [title, ...(more.also ?? [])],
  year,
  directors: more.directors ?? [],
  known: more.known ?? 40,
  part: false,
});

const FILMS = [
  film('Barry Lyndon', 1975, { directors: ['Stanley Kubrick'] }),
  film('Contagion', 2011),
  film('High and Low', 1963),
  film('Solaris', 1972, { directors: ['Andrei Tarkovsky'] }),
  film('Solaris', 2002, { known: 10 }),
  film('Wings of Desire', 1987, { also: ['Der Himmel über Berlin'] }),
  film('Le Jour se lève', 1939),
  film('Seven Samurai', 1954, { also: ['七人の侍'] }),
  film('M', 1931),
  film('9', 2009),
  film('It', 2017),
  film('Her', 2013),
  film('Up', 2009),
  film('You', 2009),
  film('Good Morning', 1959, { also: ['お早よう'] }),
  film('Now', 1965),
  film('Hello, Dolly!', 1969),
  film('New York', 2009, { known: 3 }),
  film('Beach Party', 1963),
  film('Dracula', 1931),
  film('Dracula', 1958),
  film('Hanna', 2011),
  film('Mad Max: Fury Road', 2015),
  film('Heat', 1995, { directors: ['Michael Mann'] }),
  film('Heat', 1986),
  film('Thief', 1981, { directors: ['Michael Mann'] }),
  film('The Last Duel', 2021),
  film('Stanley Kubrick', 2001),
];

const HEAT: About = {
  id: 'Heat 1995',
  titles: ['Heat'],
  year: 1995,
  directors: ['Michael Mann'],
  names: ['Al Pacino', 'Vincent Hanna'],
  people: new Set(['stanley kubrick']),
  written: null,
};

const byKey = Map.groupBy(
  FILMS.flatMap((one) => titleForms(one.titles).map(({ key, part }) => ({ key, film: { ...one, part } }))),
  ({ key }) => key,
);
const candidates = new Map([...byKey].map(([key, some]) => [key, some.map((one) => one.film)]));

/** The films that a review of Heat names, by title and year, with the words that name them. */
function named(source: string, more: Partial<About> & { language?: string } = {}): string[] {
  const reading = readStored(renderText(source, 'lbml', { inlineSpoilers: true }).html);
  const about = { ...HEAT, ...more };
  const found = resolveMentions(reading, spansOf(reading), candidates, about, more.language ?? 'en');
  return found.map(({ start, end, filmId }) => `${reading.text.slice(start, end)} = ${filmId}`);
}

describe('a film is named', () => {
  test.each([
    ['in italics', 'It moves like <i>Barry Lyndon</i> does.', 'Barry Lyndon'],
    [
      'in italics with its own mark behind it',
      'They sang <em>Hello, Dolly</em>! in the car.',
      'Hello, Dolly',
    ],
    ['in quotation marks, led in by a word', 'Slower than “Barry Lyndon”, if you ask me.', 'Barry Lyndon'],
    ['in German marks', 'Wie „Der Himmel über Berlin“, nur ohne Engel.', 'Der Himmel über Berlin'],
    ['in French marks with spaces', 'On pense à « Le Jour se lève », forcément.', 'Le Jour se lève'],
    ['in Japanese marks', '黒澤の『七人の侍』を思い出す。', '七人の侍'],
    ['by a link to where films are at home', 'See <a href="https://letterboxd.com/film/m/">M</a>.', 'M'],
    [
      'in brackets that send one to it',
      'We know the form from television. (See also: Contagion.)',
      'Contagion',
    ],
    ['as what another is a sequel to', 'It plays as a sequel to Contagion.', 'Contagion'],
    ['in small letters, with its year', 'i still prefer solaris (1972), sorry', 'solaris'],
    ['by one letter, with its year', 'Nobody had whistled so since M (1931).', 'M'],
    ['by its maker', 'Mann had done it all in Thief, and cheaper.', 'Thief'],
  ])('%s', (_how, text, words) => {
    expect(named(text).map((one) => one.split(' = ')[0])).toEqual([words]);
  });

  test('of two of one name, the one whose year is said', () => {
    expect(named('Soderbergh’s Solaris (2002) is the shorter.')).toEqual(['Solaris = Solaris 2002']);
    expect(named('the 1972 film Solaris')).toEqual(['Solaris = Solaris 1972']);
  });

  test('that bears the same name as the one under review, when its year says so', () => {
    expect(named('Not to be taken for Heat (1986).')).toEqual(['Heat = Heat 1986']);
  });

  test('beside another that is surely named', () => {
    expect(named('I put it between <i>Barry Lyndon</i> and High and Low.')).toHaveLength(2);
  });
});

describe('what leads in two titles speaks for both', () => {
  test('also for one that seems to go on as the other', () => {
    expect(named('Shelve it next to Thief and High and Low, and come back in a year.')).toEqual([
      'Thief = Thief 1981',
      'High and Low = High and Low 1963',
    ]);
  });

  test('but not for one word, nor for what is no title', () => {
    expect(named('Shelve it next to Dracula and Up and whatever else.')).not.toContain('Up = Up 2009');
    expect(named('Shelve it next to Her and the Others.')).toEqual([]);
  });
});

describe('no film is named', () => {
  test.each([
    [
      'a word at the start of a sentence',
      'It was late. Her car would not start. Up the road, nothing. You know.',
    ],
    ['a number', 'There are 9 of them.'],
    ['a word in italics for its weight', '<i>Now</i> they have opened. She puts it <i>up</i>.'],
    ['a word said aloud', '"Up," he says, and "Now!"'],
    ['a song', 'Then comes the song "Good Morning", and a sofa.'],
    ['somebody of that name', 'It is reminiscent of Stanley Kubrick, as they say.'],
    ['a place', 'He moves to New York City, then to New York.'],
    ['somebody in the film', 'Vincent Hanna runs. "Hanna" is all the card says, like Hanna.'],
    ['a novel of the same name', 'From the novel Dracula by Bram Stoker.'],
    ['a series of films', 'It belongs to the Beach Party series.'],
    ['part of a longer name', 'The best is Muscle Beach Party.'],
    ['the film under review', 'Heat is long. <i>Heat</i> is very long.'],
    ['a year that fits none of its name', 'He means Contagion (1953).'],
    ['a word in another case of a language full of capitals', 'Der Dieb und die Hanna.'],
  ])('%s', (_what, text) => {
    expect(named(text)).toEqual([]);
  });

  test('that is newer than the review', () => {
    expect(named('A bit like <i>The Last Duel</i>.', { written: 2013 })).toEqual([]);
    expect(named('A bit like <i>The Last Duel</i>.', { written: 2022 })).toHaveLength(1);
  });

  test('that the author hides as a spoiler', () => {
    expect(named('It ends like ||<i>Barry Lyndon</i>|| does.')).toEqual([]);
  });
});

test('words are found again where they stand in the stored HTML', () => {
  const { html } = renderText('Q & A <b>about</b> "Heat"\nand <i>Barry Lyndon</i>, ||no||.', 'lbml', {
    inlineSpoilers: true,
  });
  const reading = readStored(html);
  expect(reading.text).toBe(`Q & A about "Heat"\nand Barry Lyndon, ${HIDDEN}.`);
  const begins = reading.text.indexOf('Barry');
  const { start, end } = placeOf(reading, begins, begins + 'Barry Lyndon'.length);
  expect(html.slice(start, end)).toBe('Barry Lyndon');
});

test.each([
  ['M*A*S*H', 'm a s h'],
  ['Singin’ in the Rain', 'singin in the rain'],
  ['Amélie & Co.', 'amelie and co'],
  ['七人の侍', '七 人 の 侍'],
  ['…', ''],
])('%s is compared by “%s”', (title, key) => {
  expect(mentionKey(title)).toBe(key);
});
