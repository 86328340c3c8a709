import { expect, test } from 'vitest';
import { z } from 'zod';
import { askedIn } from './asked.ts';

const SHAPE = z.strictObject({
  sort: z.enum(['title', 'year']).optional(),
  genre: z.array(z.string().max(5)).max(2).optional(),
});
const asked = (address: string) => askedIn(SHAPE, new URLSearchParams(address));

test('what is asked is read part by part, and what is none is left out and told of', () => {
  expect(asked('sort=year&genre=drama&genre=war')).toEqual({
    asked: { sort: 'year', genre: ['drama', 'war'] },
    unread: false,
  });
  expect(asked('sort=__proto__&genre=drama')).toEqual({ asked: { genre: ['drama'] }, unread: true });
  expect(asked('genre=too-long&genre=war')).toEqual({ asked: { genre: ['war'] }, unread: true });
  expect(asked('genre=a&genre=b&genre=c')).toEqual({ asked: {}, unread: true });
  expect(asked('sort=title&sort=year')).toEqual({ asked: { sort: 'title' }, unread: false });
});

test('what a form sends of a field that nobody filled in asks nothing', () => {
  expect(asked('sort=&genre=&genre=&other=1')).toEqual({ asked: {}, unread: false });
});
