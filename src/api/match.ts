import type { Transact } from '../domain/reader.ts';
import { isPresent } from './etag.ts';
import type { Call, Operation } from './operation.ts';
import { ApiProblem } from './problem.ts';

/**
 * How a call writes that is to go on only where what is there is what the asker had before them (RFC 9110 §13.1.1):
 * what a GET answers is made and compared in the transaction that writes first.
 *
 * @param tags what `If-Match` says
 * @returns a `transact` that throws ApiProblem `changed`
 */
export function matching(call: Call, of: Operation, tags: readonly string[]): Transact {
  let written = false;
  return async (work) => {
    const value = await call.transact(async (writer) => {
      if (!written) {
        const asked = { ...call, reader: writer, site: await writer.site.get(), query: of.query?.parse({}) };
        const { body } = await of.handler(asked);
        if (!isPresent(tags, body)) throw new ApiProblem('changed');
      }
      return work(writer);
    });
    written = true;
    return value;
  };
}
