import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transporter } from 'nodemailer';

/** A message in plain text, with the same in HTML where there is some. */
export interface Message {
  /** One address, `name@host`, without a display name. */
  to: string;
  subject: string;
  text: string;
  html?: string;
}

/** The way mail leaves, or is kept where there is none. */
export interface Mail {
  /** Hands a message over; throws when `to` is not one address or the mail server does not take it. */
  send(message: Message): Promise<void>;
  /** Whether messages are shown in the terminal and kept in a folder. */
  readonly kept: boolean;
}

/**
 * Mail through SMTP; without a server each message is kept as a file that mail programs open, and its links are
 * printed.
 *
 * @param options.smtpUrl `smtp://` or `smtps://`, or null
 * @param options.folder where messages are kept without a server
 */
export function openMail(options: {
  smtpUrl: string | null;
  from: string;
  folder: string;
  print: (line: string) => void;
}): Mail {
  const { smtpUrl, from, folder, print } = options;
  let opened: Promise<Transporter> | null = null;
  const transport = () => {
    // Loaded when there is something to send: it takes 25 MB.
    opened ??= import('nodemailer').then(({ createTransport }) =>
      smtpUrl === null
        ? createTransport({ streamTransport: true, buffer: true, newline: 'windows', ...CLOSED })
        : createTransport({ url: smtpUrl, ...CLOSED }),
    );
    return opened;
  };
  const keep = async (to: string, subject: string, text: string, bytes: Buffer) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}.eml`;
    await writeFile(join(folder, name), bytes, { mode: 0o600, flag: 'wx' });
    print(`Mail to ${to}: ${subject}`);
    for (const link of text.match(/https?:\/\/[^\s\p{C}<>"]+/gu) ?? []) print(`  ${link}`);
  };
  const kept = smtpUrl === null;
  return {
    kept,
    async send(message) {
      const mail = addressed(message);
      const sent = await (await transport()).sendMail({ from, ...mail });
      if (kept) await keep(mail.to.address, mail.subject, mail.text, sent.message as Buffer);
    },
  };
}

/** A message is what it was given: nothing in it makes the library read a file or fetch an address. */
const CLOSED = { disableFileAccess: true, disableUrlAccess: true };

/**
 * What would add a recipient or a header, or command a terminal: in `to` the signs that part or wrap addresses
 * (RFC 5322 §3.4; quoted local parts are refused with them), in a subject whatever breaks or turns a line. Joiners
 * stay: Persian and some emoji are written with them.
 */
const ONE_ADDRESS = /^[^\s\p{C}@,;:<>()[\]"\\]+@[^\s\p{C}@,;:<>()[\]"\\]+$/u;
const LINE_BREAKING = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;

function addressed({ to, subject, text, html }: Message) {
  if (!ONE_ADDRESS.test(to)) throw new Error('A message goes to one address, and this is not one address.');
  return {
    to: { name: '', address: to },
    subject: subject.replace(LINE_BREAKING, ' '),
    text,
    ...(html === undefined ? {} : { html }),
  };
}
