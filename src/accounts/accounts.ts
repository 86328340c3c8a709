import type { Engine } from '../store/engines/engine.ts';
import { type Session, sessionReader } from '../store/session.ts';
import type { Account, Accounts, Signed } from './account.ts';
import { AccountsError } from './errors.ts';
import { hashed } from './hashed.ts';
import type { Library } from './library.ts';
import { linkFor, makeLink, spendLink } from './links.ts';
import { isWeak } from './password.ts';
import { holds, sessionToken } from './session-cookie.ts';
import { openTries } from './tries.ts';

export type { Account, Accounts, Signed };

const FRESH_MINUTES = 15;

/**
 * People's accounts on the store's own tables.
 *
 * @param options.secret signs cookies; the same for every process of a site
 * @param options.url the public address; cookies are Secure and `__Host-` exactly when it is https
 * @param options.now epoch milliseconds, by which mailed links end; sessions end by the machine's own clock
 */
export function openAccounts(options: {
  engine: Engine;
  secret: string;
  url: string;
  now?: () => number;
}): Accounts {
  const { now = Date.now } = options;
  const cookie = options.url.startsWith('https:') ? '__Host-houselights' : 'houselights';
  const tries = openTries(now);
  let started: Promise<Library> | null = null;
  const library = () => {
    started ??= import('./library.ts').then(({ startLibrary }) => startLibrary({ ...options, cookie }));
    return started;
  };

  const byEmail: Accounts['byEmail'] = async (email) => {
    const { context } = await library();
    const found = await context.internalAdapter.findUserByEmail(addressOf(email));
    return found ? accountOf(found.user) : null;
  };

  const create: Accounts['create'] = async ({ email, name, password, emailVerified = false }) => {
    if (password !== undefined && (await isWeak(password))) throw new AccountsError('weak-password');
    const { internalAdapter } = (await library()).context;
    if (await byEmail(email)) throw new AccountsError('email-taken');
    const user = await internalAdapter
      .createUser({ email: addressOf(email), name, emailVerified })
      .catch(async (error: unknown) => {
        // Another request may have made it since it was looked for.
        throw (await byEmail(email)) ? new AccountsError('email-taken') : error;
      });
    if (password !== undefined) {
      await keepPassword(user.id, await hashOf(password)).catch(async (error: unknown) => {
        // Without a password the address would be taken and nobody could sign in with it.
        await internalAdapter.deleteUser(user.id).catch(() => undefined);
        throw error;
      });
    }
    return accountOf(user);
  };

  const hashOf = async (password: string) => {
    if (await isWeak(password)) throw new AccountsError('weak-password');
    return (await library()).context.password.hash(password);
  };

  const keepPassword = async (accountId: string, hash: string) => {
    const { internalAdapter } = (await library()).context;
    if ((await passwordOf(accountId)) !== null) return internalAdapter.updatePassword(accountId, hash);
    const way = { userId: accountId, accountId, providerId: 'credential', password: hash };
    await internalAdapter.createAccount(way);
  };

  const passwordOf = async (accountId: string): Promise<string | null> => {
    const ways = await (await library()).context.internalAdapter.findAccounts(accountId);
    return ways.find((way) => way.providerId === 'credential')?.password ?? null;
  };

  const endSessions = async (accountId: string, but?: string) => {
    const where = [{ field: 'userId', value: accountId }];
    const others = { field: 'token', operator: 'ne' as const, value: but ?? null };
    const { adapter } = (await library()).context;
    await adapter.deleteMany({ model: 'session', where: but === undefined ? where : [...where, others] });
  };

  const endSession = async (token: string) => {
    const { adapter } = (await library()).context;
    await adapter.deleteMany({ model: 'session', where: [{ field: 'token', value: token }] });
  };

  /** Begins a session and forgets that person's sessions that have run out. */
  const begin = async (ask: (library: Library) => Promise<Response>): Promise<Signed & { token: string }> => {
    const loaded = await library();
    const { isRefusal } = await import('./library.ts');
    const response = await ask(loaded).catch((error: unknown) => {
      throw isRefusal(error) ? new AccountsError('wrong-sign-in') : error;
    });
    if (response.status >= 500) throw new Error(`Signing in failed: ${response.status}.`);
    if (!response.ok) throw new AccountsError('wrong-sign-in');
    const { user, token } = (await response.json()) as { user: Account; token: string };
    const ended = [
      { field: 'userId', value: user.id },
      { field: 'expiresAt', operator: 'lt' as const, value: new Date() },
    ];
    await loaded.context.adapter.deleteMany({ model: 'session', where: ended });
    return { account: accountOf(user), cookies: response.headers.getSetCookie(), token };
  };
  const beginKnown = (accountId: string, linkOpened: number, headers: Headers) =>
    begin(({ api }) => api.signInKnown({ body: { accountId, linkOpened }, headers, asResponse: true }));

  const end = async (headers: Headers): Promise<string[]> => {
    const response = await (await library()).api.endSession({ headers, asResponse: true });
    if (!response.ok) throw new Error(`Signing out failed: ${response.status}.`);
    return response.headers.getSetCookie();
  };
  /** The session a request came with ends where another begins. */
  const instead = async ({ account, cookies }: Signed, headers: Headers): Promise<Signed> => {
    if (holds(headers, cookie)) await end(headers);
    return { account, cookies };
  };
  const sessions = sessionReader(options.engine.read);
  const sessionOf = async (headers: Headers): Promise<(Session & { token: string }) | null> => {
    const token = sessionToken(headers, cookie, options.secret);
    const session = token === null ? null : await sessions.byTokenHash(hashed(token));
    return token !== null && session && Date.parse(session.expiresAt) > Date.now()
      ? { ...session, token }
      : null;
  };

  return {
    create,
    byEmail,
    async setPassword(accountId, password) {
      await keepPassword(accountId, await hashOf(password));
      await endSessions(accountId);
    },
    async changePassword(password, headers) {
      const here = await sessionOf(headers);
      if (!here) throw new AccountsError('signed-out');
      const id = here.accountId;
      const hash = await hashOf(password);
      const { account, cookies, token } = await beginKnown(id, 0, headers);
      await keepPassword(id, hash).catch(async (error: unknown) => {
        await endSessions(id, here.token).catch(() => undefined);
        throw error;
      });
      // Ended since it was asked: somebody has proven the address, or changed the password from elsewhere.
      if (!(await sessionOf(headers))) {
        const ours = [
          { field: 'userId', value: id },
          { field: 'password', value: hash },
        ];
        const { adapter } = (await library()).context;
        await adapter.deleteMany({ model: 'account', where: ours });
        await endSession(token);
        throw new AccountsError('signed-out');
      }
      await endSessions(id, token);
      return { account, cookies };
    },
    async cameByLink(headers) {
      const opened = (await sessionOf(headers))?.linkOpened ?? 0;
      return now() - opened < FRESH_MINUTES * 60_000;
    },
    hasPassword: async (accountId) => (await passwordOf(accountId)) !== null,
    async isPassword(accountId, password) {
      const hash = await passwordOf(accountId);
      if (hash === null) return false;
      if (tries.take(accountId) > 0) throw new AccountsError('wait');
      const right = await (await library()).context.password.verify({ hash, password });
      if (right) tries.passed(accountId);
      return right;
    },
    async whoIs(headers) {
      const session = await sessionOf(headers);
      return session && accountOf({ ...session, id: session.accountId });
    },
    async signUp({ email, password, name }, headers) {
      const { id } = await create({ email, name, password });
      return instead(await beginKnown(id, 0, headers), headers);
    },
    async signIn({ email, password }, headers) {
      const body = { email: addressOf(email), password };
      const asked = await byEmail(email);
      const hash = asked && (await passwordOf(asked.id));
      const whose = asked?.id ?? body.email;
      if (tries.take(whose) > 0) throw new AccountsError('wait');
      const begun = await begin(({ api }) => api.signInEmail({ body, headers, asResponse: true }));
      // A password that was changed or dropped while it was being checked signs nobody in.
      if (hash !== (await passwordOf(begun.account.id))) {
        await endSession(begun.token);
        throw new AccountsError('wrong-sign-in');
      }
      tries.passed(whose);
      return instead(begun, headers);
    },
    signOut: end,
    signInProven: async (accountId, headers) => instead(await beginKnown(accountId, now(), headers), headers),
    async linkToken(email) {
      const known = await byEmail(email);
      return known && makeLink((await library()).context, known.id, now());
    },
    async openLink(token, headers) {
      const { context } = await library();
      const accountId = await linkFor(context, token, now());
      const user = accountId && (await context.internalAdapter.findUserById(accountId));
      if (!user) return null;
      const dropped = !user.emailVerified && (await passwordOf(user.id)) !== null;
      // The link is used up last, so that one whose session could not begin is good still.
      const begun = await beginKnown(user.id, now(), headers);
      if (await spendLink(context, token)) return { ...(await instead(begun, headers)), dropped };
      await endSession(begun.token);
      return null;
    },
  };
}

function addressOf(email: string): string {
  return email.trim().toLowerCase();
}

function accountOf(user: {
  id: string;
  email: string;
  name: string;
  emailVerified: boolean | 0 | 1;
}): Account {
  return { id: user.id, email: user.email, name: user.name, emailVerified: Boolean(user.emailVerified) };
}
