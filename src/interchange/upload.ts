import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { DomainError, invalid } from '../domain/errors.ts';
import type { UploadFile } from '../domain/reader.ts';
import { shownName } from './file-name.ts';

/** How much may be sent at once: bytes of the whole form, and files. */
export interface UploadLimits {
  most: number;
  files: number;
}

type Keep = (pieces: AsyncIterable<Uint8Array>) => Promise<{ hash: string; size: number }>;

/**
 * Reads the files of a form while they come and hands each on piece by piece: no more than a few pieces are ever
 * held in memory.
 *
 * @param said is told of what else was filled in
 * @param keep keeps a file's pieces; what was kept before the form broke off is given to `drop`
 * @throws DomainError `too-large` past the limit of bytes; `invalid` `too-many-files` or `not-a-form`
 */
export async function readUpload(
  request: Request,
  limits: UploadLimits,
  keep: Keep,
  drop: (hashes: string[]) => Promise<void>,
  said: (name: string, value: string) => void = () => undefined,
): Promise<UploadFile[]> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type) || request.body === null) throw invalid('not-a-form');
  const tooLarge = new DomainError('too-large', 'form-too-large', { most: limits.most });
  if (Number(request.headers.get('content-length') ?? 0) > limits.most) throw tooLarge;
  const form = formOf(type, limits);
  const kept: Promise<UploadFile>[] = [];
  let open: Readable | null = null;
  let fault: DomainError | null = null;
  form.on('filesLimit', () => {
    fault ??= invalid('too-many-files', { most: limits.files });
  });
  form.on('field', (name, value) => said(name, value));
  // What breaks after the form was given up concerns nobody.
  form.on('error', () => undefined);
  form.on('file', (_field, stream, name) => {
    stream.on('error', () => undefined);
    // A form without a choice sends one empty file without a name.
    if (!name) {
      stream.resume();
      return;
    }
    open = stream;
    const one = keepOne(stream, name, keep);
    // It is awaited below; until then a fault of its own is not an unhandled one.
    one.catch(() => form.destroy());
    kept.push(one);
  });
  try {
    await pipeline(Readable.from(counted(request.body, limits.most, tooLarge)), form);
    if (fault) throw fault;
    return named(await Promise.all(kept));
  } catch (error) {
    (open as Readable | null)?.destroy(error as Error);
    const done = await Promise.allSettled(kept);
    await drop(done.flatMap((one) => (one.status === 'fulfilled' ? [one.value.hash] : [])));
    if (error instanceof DomainError) throw error;
    const ours = done.find((one) => one.status === 'rejected' && isOurs(one.reason));
    throw ours?.status === 'rejected' ? ours.reason : invalid('not-a-form');
  }
}

function formOf(type: string, limits: UploadLimits) {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { files: limits.files, fields: 20, fieldSize: 10_000, parts: limits.files + 20 },
    });
  } catch {
    throw invalid('not-a-form');
  }
}

async function keepOne(stream: Readable, name: string, keep: Keep): Promise<UploadFile> {
  const { hash, size } = await keep(stream as AsyncIterable<Uint8Array>);
  return { name: shownName(name), hash, size };
}

async function* counted(body: ReadableStream<Uint8Array>, most: number, tooLarge: Error) {
  let size = 0;
  for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > most) throw tooLarge;
    yield piece;
  }
}

/** Files of one name are told apart by a number, as their rows are known by it. */
function named(files: readonly UploadFile[]): UploadFile[] {
  const seen = new Set<string>();
  return files.map((file) => {
    let name = file.name;
    for (let number = 2; seen.has(name); number += 1) name = `${file.name} (${number})`;
    seen.add(name);
    return { ...file, name };
  });
}

/** Whether it is the disk or the database that could not, and not the form. */
function isOurs(error: unknown): boolean {
  if (error instanceof DomainError || (error as Error | null)?.name === 'Busy') return true;
  return /^(ENOSPC|EDQUOT|EACCES|EPERM|EROFS|EIO|EMFILE|ENFILE|ENOENT)$/.test(
    String((error as NodeJS.ErrnoException | null)?.code),
  );
}
