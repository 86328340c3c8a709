import { expect, test } from 'vitest';
import { directedApart, directing } from './namesake.ts';

test.each([
  [['Ines Bell'], ['Tom Okafor']],
  [['Lars von Aken'], ['Mara von Ost']],
  [['ines bell'], ['tom okafor']],
  [['Ирина Белова'], ['Пётр Сомов']],
  [
    ['Ines Bell', 'Ada Moss'],
    ['Tom Okafor', 'Jo Pike'],
  ],
])('two films of one name are two where %j and %j directed them', (one, other) => {
  expect(directedApart(directing(one), directing(other))).toBe(true);
  expect(directedApart(directing(other), directing(one))).toBe(true);
});

test.each([
  [['Ines Bell'], []],
  [['Ines Bell'], ['BELL, Inés']],
  [['Joel Coen', 'Ethan Coen'], ['The Coen Brothers']],
  [['Sergei Eisenstein'], ['Sergej Ejzenštejn']],
  [['Ines Bell', 'Ada Moss'], ['Ada Moss']],
  [['Ирина Белова'], ['Irina Belova']],
  [['黒澤明'], ['溝口健二']],
  [['…'], ['Ines Bell']],
])('they may be one where %j and %j did', (one, other) => {
  expect(directedApart(directing(one), directing(other))).toBe(false);
  expect(directedApart(directing(other), directing(one))).toBe(false);
});
