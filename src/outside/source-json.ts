import type { z } from 'zod';
import { SourceError } from './source.ts';

/**
 * What a source answered, as JSON.
 *
 * @throws SourceError `nonsense` where it is none
 */
export function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new SourceError('nonsense', 'no JSON');
  }
}

/**
 * What a source answered, as far as it has the shape that is looked for.
 *
 * @throws SourceError `nonsense` where it has another
 */
export function shaped<Shape extends z.ZodType>(shape: Shape, json: unknown): z.output<Shape> {
  const read = shape.safeParse(json);
  if (!read.success) throw new SourceError('nonsense', 'another shape');
  return read.data;
}
