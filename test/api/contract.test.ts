import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../app/site.ts';
import { DESK } from './driven/desk.ts';
import { type Drives, type Driving, openDriving } from './driven/driving.ts';
import { ENTRIES } from './driven/entry.ts';
import { FILMS } from './driven/film.ts';
import { FILM_WORKS } from './driven/film-work.ts';
import { IMPORTS } from './driven/import.ts';
import { LISTS } from './driven/list.ts';
import { MARKS } from './driven/mark.ts';
import { MEMBERS } from './driven/member.ts';
import { PICTURES } from './driven/picture.ts';
import { QUOTES } from './driven/quote.ts';
import { SCREENINGS } from './driven/screening.ts';
import { SCREENING_IMPORTS } from './driven/screening-import.ts';
import { SITE } from './driven/site.ts';
import { SOURCES } from './driven/source.ts';
import { STRIPS } from './driven/strip.ts';
import { WEBHOOKS } from './driven/webhook.ts';

/** In the order in which what one makes is there for the next; with sources of facts, work in the background ends. */
const DRIVEN: readonly Drives[] = [
  FILMS,
  ENTRIES,
  MARKS,
  LISTS,
  MEMBERS,
  SITE,
  PICTURES,
  SCREENINGS,
  IMPORTS,
  DESK,
  SCREENING_IMPORTS,
  FILM_WORKS,
  STRIPS,
  QUOTES,
  WEBHOOKS,
  SOURCES,
];

let site: TestSite;
let driving: Driving;

beforeAll(async () => {
  site = await openTestSite();
  driving = await openDriving(site);
});
afterAll(() => site.close());

describe('every operation', () => {
  for (const [name, drive] of DRIVEN.flatMap((some) => Object.entries(some)))
    test(name, () => drive(driving));

  test('was driven', () => {
    const { operations, driven, seen } = driving.api;
    const all = [...operations.keys()];
    const statuses = [...seen.values()].reduce((sum, some) => sum + some.size, 0);
    process.stderr.write(
      `operations driven / documented: ${driven.size} / ${all.length}, ${statuses} statuses\n`,
    );
    expect(all.filter((id) => !driven.has(id))).toEqual([]);
  });
});
