import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

/** A message in plain text. */
export interface Message {
  to: string;
  subject: string;
  text: string;
}

/** The way mail leaves, or is kept where there is none. */
export interface Mail {
  /** Hands a message over; throws when the mail server does not take it. */
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
  if (smtpUrl !== null) {
    const transport = createTransport(smtpUrl);
    return {
      kept: false,
      send: async (message) => void (await transport.sendMail({ from, ...oneLine(message) })),
    };
  }
  const composer = createTransport({ streamTransport: true, buffer: true });
  return {
    kept: true,
    async send(message) {
      const { message: bytes } = await composer.sendMail({ from, ...oneLine(message) });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}.eml`;
      await writeFile(join(folder, name), bytes as Buffer, { mode: 0o600 });
      print(`Mail to ${message.to.replace(/\p{C}/gu, ' ')}: ${message.subject.replace(/\p{C}/gu, ' ')}`);
      for (const link of message.text.match(/https?:\/\/\S+/g) ?? []) print(`  ${link}`);
    },
  };
}

/** A name or a title in a subject may hold a line break; a header must not. */
function oneLine(message: Message): Message {
  return {
    ...message,
    to: message.to.replace(/\p{C}/gu, ' '),
    subject: message.subject.replace(/\p{C}/gu, ' '),
  };
}
