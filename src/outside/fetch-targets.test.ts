import { createServer, type Server } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openFetch } from './fetch.ts';
import { isPublicAddress } from './public-address.ts';

/** Addresses that are not one machine on the public internet, one of each kind at least. */
const NOT_PUBLIC = [
  ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.127.255.254', '127.0.0.1'],
  ...['127.255.255.254', '169.254.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1'],
  ...['192.0.0.170', '192.0.2.1', '192.88.99.1', '192.168.0.1', '192.168.255.255', '198.18.0.1'],
  ...['198.19.255.255', '198.51.100.7', '203.0.113.7', '224.0.0.1', '239.255.255.255', '240.0.0.1'],
  ...['255.255.255.255', '168.63.129.16', '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1'],
  ...['64:ff9b::7f00:1', '64:ff9b::808:808', '64:ff9b:1::1', '100::1', '2001::1', '2001:0:4136:e378::1'],
  ...['2001:2::1', '2001:10::1', '2001:20::1', '2001:db8::1', '2002:7f00:1::', '2002:808:808::1', '3fff::1'],
  ...['5f00::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'febf::1', 'fec0::1', 'ff02::1', '4000::1'],
];

/** Whole addresses that lead to such a machine, or ask for something that is no page. */
const TRICKS = [
  ...['http://0x7f.1/', 'http://0x7f000001/', 'http://0177.0.0.1/', 'http://2130706433/', 'http://127.1/'],
  ...['http://127.0.0.1./', 'http://0/', 'http://[::]/', 'http://[0:0:0:0:0:ffff:127.0.0.1]/'],
  ...[
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost/',
    'http://printer/',
    'http://nas.local/',
  ],
  ...['http://metadata.google.internal/', 'http://router.home.arpa/', 'http://box.lan./'],
  ...['http://１２７。０。０。１/', 'http://①②⑦.0.0.1/', 'http://ｌocalhost/', 'http://loc\u00adalhost/'],
  ...['http://films.example.org@127.0.0.1/', 'http://ann:word@films.example.org/', 'http://@[::1]/'],
  ...['http://films.example.org:22/', 'http://films.example.org:25/', 'http://films.example.org:6379/'],
  ...[
    'https://films.example.org:8443/',
    'file:///etc/passwd',
    'data:text/plain,x',
    'gopher://films.example/',
  ],
  ...[
    'ftp://films.example.org/',
    'ws://films.example.org/',
    'javascript:1',
    'unix:/run/x',
    '//films.example',
    '',
  ],
  ...['http:', 'http://%31%32%37.0.0.1/', 'http://127.0.0.1%2f@films.example/', 'http://[fe80::1%25eth0]/'],
];
const LITERALS = NOT_PUBLIC.map((address) => `http://${address.includes(':') ? `[${address}]` : address}/`);
const TARGETS = [...LITERALS, ...TRICKS];

const AGENT = 'Houselights/0 (+https://films.example.org)';

test.each(['1.1.1.1', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2001:4860:4860::8888', '2a00:1450::1'])(
  '%s is on the public internet',
  (address) => expect(isPublicAddress(address)).toBe(true),
);

describe('no connection is made', () => {
  let connect: ReturnType<typeof vi.spyOn>;
  beforeEach(() => {
    connect = vi.spyOn(Socket.prototype, 'connect');
  });
  afterEach(() => void connect.mockRestore());

  test('to any of the targets, asked for outright', async () => {
    expect(TARGETS.length).toBeGreaterThanOrEqual(90);
    const fetch = openFetch({ agent: AGENT, pause: 0, lookUp: () => expect.unreachable() });
    for (const target of TARGETS)
      await expect(fetch.get(target), target).rejects.toMatchObject({ kind: 'forbidden-address' });
    expect(connect).not.toHaveBeenCalled();
  });

  test('to a name that stands for any of them, alone or beside a public address', async () => {
    for (const address of NOT_PUBLIC)
      for (const beside of [[], [{ address: '1.1.1.1', family: 4 }]]) {
        const all = [...beside, { address, family: address.includes(':') ? 6 : 4 }];
        // The socket asks for the address as it opens; nothing has been sent before that.
        const asked: unknown[] = [];
        const fetch = openFetch({
          agent: AGENT,
          pause: 0,
          lookUp: async (host) => {
            asked.push(host);
            return all;
          },
        });
        const answer = fetch.get('https://films.example.org/');
        await expect(answer, address).rejects.toMatchObject({ kind: 'forbidden-address' });
        expect(asked).toEqual(['films.example.org']);
      }
  });
});

test('a name that is public at first and private when it is asked for again is refused then', async () => {
  const answers = [
    { address: '1.1.1.1', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ] as const;
  let asked = 0;
  const seen: unknown[] = [];
  const connect = vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (
    this: Socket,
    ...given: unknown[]
  ) {
    const [options] = given.flat() as [{ host: string; lookup: (...a: unknown[]) => void }];
    const again = () =>
      options.lookup(options.host, {}, (error: Error | null, address: string) => {
        seen.push(error ? error.message : address);
        if (error) this.destroy(error);
        else again();
      });
    again();
    return this;
  });
  try {
    const lookUp = async () => [answers[asked++ === 0 ? 0 : 1]];
    const fetch = openFetch({ agent: AGENT, pause: 0, lookUp });
    const answer = fetch.get('http://films.example.org/');
    await expect(answer).rejects.toMatchObject({ kind: 'forbidden-address' });
    expect(seen).toEqual(['1.1.1.1', 'forbidden-address: films.example.org']);
  } finally {
    connect.mockRestore();
  }
});

describe('behind a redirect', () => {
  let server: Server;
  let origin: string;
  let target: string;
  beforeEach(async () => {
    server = createServer((request, response) => {
      const left = Number(request.url?.slice(1));
      const location = left > 1 ? `/${left - 1}` : Buffer.from(target).toString('latin1');
      response.writeHead(302, { location }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  test.each([1, 3])('hop %i leads to none of the targets', async (hops) => {
    let connections = 0;
    server.on('connection', () => {
      connections += 1;
    });
    const fetch = openFetch({
      agent: AGENT,
      pause: 0,
      loopback: [origin],
      lookUp: () => expect.unreachable(),
    });
    // An empty place to go to is the same page again.
    const targets = TARGETS.filter((one) => one !== '' && one !== '//films.example' && one !== 'http:');
    for (target of targets)
      await expect(fetch.get(`${origin}/${hops}`), target).rejects.toMatchObject({
        kind: 'forbidden-address',
      });
    expect(connections).toBe(hops * targets.length);
  });

  test('only the stand-in that was named may be on this machine, at its own port', async () => {
    const fetch = openFetch({ agent: AGENT, pause: 0, loopback: [origin] });
    const other = origin.replace(/\d+$/, (port) => String(Number(port) === 65_535 ? 1 : Number(port) + 1));
    target = `${other}/`;
    await expect(fetch.get(`${origin}/1`)).rejects.toMatchObject({ kind: 'forbidden-address' });
    await expect(fetch.get(other)).rejects.toMatchObject({ kind: 'forbidden-address' });
  });
});
