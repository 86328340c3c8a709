import type { kyselyAdapter } from '@better-auth/kysely-adapter';
import { hashed } from './hashed.ts';

type MakeAdapter = ReturnType<typeof kyselyAdapter>;
type Adapter = ReturnType<MakeAdapter>;
type Where = NonNullable<Parameters<Adapter['deleteMany']>[0]['where']>;

/**
 * Keeps of a session's token only its SHA-256, so that whoever reads the database, or a copy of it, can sign in as
 * nobody; better-auth itself keeps tokens as they are and knows no setting for it. Sessions that are listed bear
 * the hash; one that is asked for by its token bears the token.
 */
export function withHashedTokens(make: MakeAdapter): MakeAdapter {
  return (options) => {
    const inner = make(options);
    const asking = <A extends { model: string; where?: Where | undefined }>(ask: A): A =>
      ask.model === 'session' && ask.where ? { ...ask, where: ask.where.map(hashedIn) } : ask;
    const bearing = <R>(found: R, token: unknown): R =>
      found && token !== undefined ? ({ ...found, token } as R) : found;
    const adapter: Adapter = {
      ...inner,
      async create<T extends Record<string, unknown>, R = T>(ask: Parameters<Adapter['create']>[0]) {
        if (ask.model !== 'session') return inner.create<T, R>(ask as never);
        const { token } = ask.data as { token: string };
        const made = await inner.create<T, R>({
          ...ask,
          data: { ...ask.data, token: hashed(token) },
        } as never);
        return bearing(made, token);
      },
      async findOne<T>(ask: Parameters<Adapter['findOne']>[0]) {
        const found = await inner.findOne<T>(asking(ask));
        return bearing(found, tokenIn(ask));
      },
      findMany: (ask) => inner.findMany(asking(ask)),
      count: (ask) => inner.count(asking(ask)),
      async update<T>(ask: Parameters<Adapter['update']>[0]) {
        const changed = await inner.update<T>(asking(ask));
        return bearing(changed, tokenIn(ask));
      },
      updateMany: (ask) => inner.updateMany(asking(ask)),
      delete: (ask) => inner.delete(asking(ask)),
      deleteMany: (ask) => inner.deleteMany(asking(ask)),
      transaction: (work) => work(adapter),
    };
    return adapter;
  };
}

function hashedIn(one: Where[number]): Where[number] {
  if (one.field !== 'token') return one;
  const value = Array.isArray(one.value) ? one.value.map((token) => hashed(String(token))) : one.value;
  return { ...one, value: typeof value === 'string' ? hashed(value) : value };
}

function tokenIn(ask: { model: string; where: Where }): unknown {
  return ask.model === 'session' ? ask.where.find(({ field }) => field === 'token')?.value : undefined;
}
