import { expect, test } from 'vitest';
import { networkOf, openLimits } from './limits.ts';

test('an IPv6 customer is one, whichever of the addresses of their /64 they come from, and however it is written', () => {
  const written = [
    '2001:db8:0:7::1',
    '2001:db8:0:7:ffff:ffff:ffff:ffff',
    '2001:0DB8:0000:0007::2',
    '2001:db8::7:1:2:3:4',
    '2001:db8:0:7::9%eth0',
  ];
  expect(new Set(written.map(networkOf))).toEqual(new Set(['2001:db8:0:7']));
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
  expect(networkOf('2001:db8:0:8::1')).not.toBe('2001:db8:0:7');
  expect(networkOf('::1')).toBe('0:0:0:0');
});

test('an IPv4 address is one customer, also where it comes written as IPv6', () => {
  for (const written of ['192.0.2.7', '::ffff:192.0.2.7', '0:0:0:0:0:ffff:192.0.2.7'])
    expect(networkOf(written), written).toBe('192.0.2.7');
  expect(networkOf('::ffff:192.0.2.8')).not.toBe(networkOf('::ffff:192.0.2.7'));
});

test.each([
  ['sign-in', 5, 60],
  ['sign-up', 5, 1800],
] as const)(
  '%s: %i at once, then a wait of at most %i seconds, and nobody else waits',
  async (limit, most, seconds) => {
    const limits = openLimits();
    for (let n = 0; n < most; n += 1) expect(await limits.take(limit, '192.0.2.1')).toBe(0);
    const wait = await limits.take(limit, '192.0.2.1');
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(seconds);
    expect(await limits.take(limit, '192.0.2.2')).toBe(0);
  },
);
