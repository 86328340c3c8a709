/** What went wrong, in a kind that one place maps to a status and words. */
export type ErrorKind =
  | 'not-found'
  | 'forbidden'
  | 'conflict'
  | 'invalid'
  | 'gone'
  | 'too-large'
  | 'too-many';

/**
 * An error that a person can be told about. `code` names the sentence in the words room; `details` fills it.
 */
export class DomainError extends Error {
  override name = 'DomainError';
  readonly kind: ErrorKind;
  readonly code: string;
  readonly details: Record<string, string | number>;
  constructor(kind: ErrorKind, code: string, details: Record<string, string | number> = {}) {
    super(`${kind}: ${code}`);
    this.kind = kind;
    this.code = code;
    this.details = details;
  }
}

export const notFound = (code: string, details?: Record<string, string | number>) =>
  new DomainError('not-found', code, details);
export const forbidden = (code: string, details?: Record<string, string | number>) =>
  new DomainError('forbidden', code, details);
export const conflict = (code: string, details?: Record<string, string | number>) =>
  new DomainError('conflict', code, details);
export const invalid = (code: string, details?: Record<string, string | number>) =>
  new DomainError('invalid', code, details);
