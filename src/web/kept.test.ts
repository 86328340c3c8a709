import { expect, test } from 'vitest';
import { versionsIn } from './kept.ts';

const FILM = '06dt9s2q4b8v2m5k7v1u3s0abc';

test('an ETag tells the versions of what its page shows, and what is due next', () => {
  const site = ['site', 4];
  const never = Number.POSITIVE_INFINITY;
  expect(versionsIn(`"${FILM}.7.4.en.identity.b1"`)).toEqual({ versions: [[FILM, 7], site], due: never });
  expect(versionsIn(`"${FILM}.7.4.1790000000000.de.br.b1"`)?.due).toBe(1_790_000_000_000);
  expect(versionsIn('"4.90.en.identity.b1"')).toEqual({ versions: [site, ['films', 90]], due: never });
  expect(versionsIn('"4.en.identity.b1"')).toEqual({ versions: [site], due: never });
});

test('an ETag of a person, of a programme or of something else tells none: its page has to be asked for', () => {
  for (const etag of [
    `"${'aB3_-'.repeat(9).slice(0, 43)}.4.en.identity.b1"`,
    '"4.90.3.2026-11-25..en.identity.b1"',
    '"4.90.3.2026-11-25.1790000000000.en.identity.b1"',
    'as of 4.90',
    'W/"4.en"',
    '""',
    '',
  ])
    expect(versionsIn(etag), etag).toBeNull();
});
