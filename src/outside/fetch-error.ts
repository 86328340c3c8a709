/** Why something was not fetched. */
export type FetchFault =
  /** No address we ask: another scheme or port, or a host that is not on the public internet. */
  | 'forbidden-address'
  | 'unknown-host'
  | 'unreachable'
  | 'too-slow'
  | 'too-large'
  | 'too-many-redirects'
  /** What came is no answer in HTTP, or packed in a way we did not ask for. */
  | 'bad-answer'
  /** The host has asked to be left alone until `until`. */
  | 'asked-to-wait'
  | 'stopped';

/** Something that could not be fetched. */
export class FetchError extends Error {
  override name = 'FetchError';
  readonly kind: FetchFault;
  /** When the host may be asked again, epoch milliseconds; null where it said nothing. */
  readonly until: number | null;
  constructor(kind: FetchFault, host: string, options: { cause?: unknown; until?: number } = {}) {
    super(`${kind}: ${host}`, { cause: options.cause });
    this.kind = kind;
    this.until = options.until ?? null;
  }
}
