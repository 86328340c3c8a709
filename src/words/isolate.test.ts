import { expect, test } from 'vitest';
import { en, type Words } from './en.ts';
import { isolating } from './isolate.ts';

const english = isolating(en);
const reversed = isolating({ ...en, direction: 'rtl' });

test('a name of the other direction stands apart in a sentence', () => {
  expect(english.admin.by('דנה לוי')).toBe('by \u2068דנה לוי\u2069');
  expect(english.film.names(['Ada', 'سلمى'])).toBe('Ada and \u2068سلمى\u2069');
  expect(reversed.admin.by('A. B.')).toBe('by \u2068A. B.\u2069');
});

test('where it is not needed nothing is added', () => {
  expect(english.admin.by('Ada')).toBe('by Ada');
  expect(english.admin.by('映画 Ž. Ÿ')).toBe('by 映画 Ž. Ÿ');
  expect(english.arrange.done('pin', 1, 2)).toBe(en.arrange.done('pin', 1, 2));
  expect(reversed.arrange.done('unpin', 1, 2)).toBe(en.arrange.done('unpin', 1, 2));
  expect(reversed.review.day('2014-05-03')).toBe('3 May 2014');
  expect(reversed.admin.by('דנה לוי')).toBe('by דנה לוי');
});

test('marks that would end the isolation early, or outlive it, are taken out', () => {
  expect(english.admin.by('gpj.\u202eexe\u2069\u2069')).toBe('by \u2068gpj.exe\u2069');
});

test('everything else is as it was', () => {
  expect(english.layout.films).toBe(en.layout.films);
  expect(english.putItOnline.steps).toEqual(en.putItOnline.steps);
  const keys = (words: Words) =>
    JSON.stringify(words, (_, value) => (typeof value === 'function' ? 'f' : value));
  expect(keys(english)).toBe(keys(en));
});
