import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openMail } from './mail.ts';

const FROM = 'houselights@films.example.org';
const LINK = 'https://films.example.org/sign-in/abc?token=1_2-3';

describe('mail without a server', () => {
  let parent: string;
  let folder: string;
  let printed: string[];
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'houselights-mail-'));
    folder = join(parent, 'deep', 'mail');
    printed = [];
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));
  const open = () => openMail({ smtpUrl: null, from: FROM, folder, print: (line) => printed.push(line) });
  const kept = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  /** The header lines of the one message kept, folded ones joined. */
  const headers = () => (kept()[0]?.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const named = (name: string) => headers().filter((line) => line.toLowerCase().startsWith(`${name}:`));

  test('is kept in a folder made for it, for its owner only, and shown with its links', async () => {
    const mail = open();
    expect(mail.kept).toBe(true);
    await mail.send({ to: 'ann@example.org', subject: 'Sign in', text: `Open this:\n${LINK}\nGoodbye.` });
    const [file = ''] = readdirSync(folder);
    expect(file).toMatch(/^\d{4}-\d\d-\d\dT[\d-]+Z-[0-9a-f]+\.eml$/);
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(named('to')).toEqual(['To: ann@example.org']);
    expect(named('from')).toEqual([`From: ${FROM}`]);
    expect(printed).toEqual(['Mail to ann@example.org: Sign in', `  ${LINK}`]);
  });

  test('keeps each of many sent at once', async () => {
    const mail = open();
    const message = { to: 'ann@example.org', subject: 'Sign in', text: LINK };
    await Promise.all(Array.from({ length: 20 }, () => mail.send(message)));
    expect(kept()).toHaveLength(20);
  });

  test('carries HTML beside the text when there is some', async () => {
    await open().send({
      to: 'ann@example.org',
      subject: 'S',
      text: 'plain words',
      html: '<p>rich words</p>',
    });
    expect(kept()[0]).toMatch(/multipart\/alternative[\s\S]*plain words[\s\S]*<p>rich words<\/p>/);
  });

  test('a line break in a subject makes no header and no body', async () => {
    for (const end of ['\r\n', '\n', '\r', '\u2028', '\0\r\n'])
      await open().send({ to: 'ann@example.org', subject: `Heat${end}Bcc: eve@example.org`, text: 'T' });
    expect(kept()).toHaveLength(5);
    for (const message of kept()) expect(message).not.toMatch(/^bcc:/im);
  });

  test('a recipient is one address: no line break, comma or group adds another', async () => {
    const attacks = [
      'ann@example.org\r\nBcc: eve@example.org',
      'ann@example.org, eve@example.org',
      'ann@example.org; eve@example.org',
      'friends: ann@example.org, eve@example.org;',
      'Ann <ann@example.org>, eve@example.org',
      '"a, eve@example.org" <ann@example.org>',
      'ann@example.org eve@example.org',
      '',
    ];
    for (const to of attacks)
      await expect(open().send({ to, subject: 'S', text: 'T' }), to).rejects.toThrow('not one address');
    expect(printed).toEqual([]);
  });

  test('what is printed cannot command the terminal', async () => {
    const text = `${LINK}\u001b]0;owned\u0007\nhttps://a.example/\u009b2J`;
    await open().send({ to: 'ann@example.org', subject: 'A\u001b[2Jtitle\u202e', text });
    expect(printed.join('')).not.toMatch(/\p{Cc}|\u202e/u);
    expect(printed).toContain(`  ${LINK}`);
  });

  test('a subject in another script arrives whole, joiners too', async () => {
    const subject = 'می‌خواهم بنویسم – 花様年華';
    await open().send({ to: 'ann@example.org', subject, text: 'T' });
    expect(printed).toEqual([`Mail to ann@example.org: ${subject}`]);
    const encoded =
      named('subject')
        .join(' ')
        .match(/=\?UTF-8\?[BQ]\?[^?]*\?=/gi) ?? [];
    const decoded = encoded.map((word) => {
      const [, , how = '', body = ''] = word.split('?');
      if (how.toUpperCase() === 'B') return Buffer.from(body, 'base64').toString();
      const bytes = body
        .replaceAll('_', ' ')
        .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
      return Buffer.from(bytes, 'latin1').toString();
    });
    expect(decoded.join('')).toBe(subject);
  });
});

describe('mail by a server', () => {
  let server: Server;
  let said: string[];
  let answer: string;
  beforeEach(async () => {
    said = [];
    answer = '250 taken';
    server = createServer((socket) => {
      let inData = false;
      socket.write('220 here\r\n');
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => {
        for (const line of String(bytes).split('\r\n').slice(0, -1)) {
          said.push(line);
          if (inData) {
            if (line !== '.') continue;
            inData = false;
            socket.write(`${answer}\r\n`);
          } else if (line === 'DATA') {
            inData = true;
            socket.write('354 go on\r\n');
          } else if (line === 'QUIT') socket.end('221 bye\r\n');
          else socket.write('250 fine\r\n');
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));
  const open = () => {
    const { port } = server.address() as { port: number };
    const smtpUrl = `smtp://127.0.0.1:${port}?ignoreTLS=true`;
    return openMail({ smtpUrl, from: FROM, folder: '/nowhere/at/all', print: () => expect.unreachable() });
  };

  test('is handed over to the one recipient and neither kept nor printed', async () => {
    const mail = open();
    expect(mail.kept).toBe(false);
    await mail.send({
      to: 'ann@example.org',
      subject: 'Heat\r\nRCPT TO:<eve@example.org>',
      text: `${LINK}\n.\n`,
    });
    expect(said.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<ann@example.org>']);
    expect(said.filter((line) => line.startsWith('MAIL'))[0]).toContain(`<${FROM}>`);
  });

  test('a message the server refuses is not taken for sent', async () => {
    answer = '550 no';
    await expect(open().send({ to: 'ann@example.org', subject: 'S', text: 'T' })).rejects.toThrow('550');
  });
});
