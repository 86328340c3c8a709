import { DomainError } from '../domain/errors.ts';

/** The largest form that is taken where a route says nothing else: the longest review, and room. */
export const MOST = 1_500_000;

/**
 * Reads the form of a request, counting bytes while they come.
 *
 * @throws DomainError `too-large` past `most` bytes; `invalid` for what is no form
 */
export async function readForm(request: Request, most: number): Promise<FormData> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type))
    throw new DomainError('invalid', 'not-a-form');
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > most) throw new DomainError('too-large', 'form-too-large', { most });
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = request.body;
  if (stream) {
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > most) throw new DomainError('too-large', 'form-too-large', { most });
      chunks.push(chunk);
    }
  }
  try {
    return await new Response(Buffer.concat(chunks), { headers: { 'content-type': type } }).formData();
  } catch {
    throw new DomainError('invalid', 'not-a-form');
  }
}

/** A text field as it was sent, with line ends as \n and without NUL, which no database keeps; '' when missing. */
export function field(form: FormData, name: string): string {
  return asText(form.get(name));
}

/** All text fields of a name, each as `field` reads one. */
export function fields(form: FormData, name: string): string[] {
  return form.getAll(name).map(asText);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').replaceAll('\0', '') : '';
}
