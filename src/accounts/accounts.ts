import { createHash, randomBytes } from 'node:crypto';
import type { Engine } from '../store/engines/engine.ts';
import { AccountsError } from './errors.ts';
import type { Library } from './library.ts';
import { isWeak } from './password.ts';

/** How somebody signs in; what they may do and what they wrote are kept elsewhere. */
export interface Account {
  id: string;
  email: string;
  name: string;
  emailVerified: boolean;
}

/** Somebody signed in, and the Set-Cookie header values that say so. */
export interface Signed {
  account: Account;
  cookies: string[];
}

export interface Accounts {
  /**
   * Who a request's cookies sign in; null for a reader, of whom the database is not asked. Never writes, so that
   * a locked database keeps nobody out; a session therefore is not renewed and ends thirty days after signing in.
   *
   * @throws when the database cannot be read
   */
  whoIs(headers: Headers): Promise<Account | null>;
  /** @throws AccountsError `email-taken` or `weak-password` */
  signUp(input: { email: string; password: string; name: string }, headers: Headers): Promise<Signed>;
  /** @throws AccountsError `wrong-sign-in`, the same for an unknown address as for a wrong password */
  signIn(input: { email: string; password: string }, headers: Headers): Promise<Signed>;
  /**
   * Ends the session; answers the cookies that clear it.
   *
   * @throws when the session could not be ended and would go on signing in
   */
  signOut(headers: Headers): Promise<string[]>;
  /**
   * Makes an account without signing in; one who came by a mailed link has no password yet.
   *
   * @throws AccountsError `email-taken` or `weak-password`
   */
  create(input: {
    email: string;
    name: string;
    password?: string;
    emailVerified?: boolean;
  }): Promise<Account>;
  byEmail(email: string): Promise<Account | null>;
  /**
   * Signs in somebody whose mailed link has just been opened and checked; the address is proven by it.
   *
   * @throws AccountsError `wrong-sign-in` when there is no such account
   */
  signInProven(accountId: string, headers: Headers): Promise<Signed>;
  /** A token for a mailed sign-in link, good once and for fifteen minutes; null when nobody has that address. */
  linkToken(email: string): Promise<string | null>;
  /** Whose link this is; the link is used up by it, also when several ask at once. */
  redeemLink(token: string): Promise<Account | null>;
  /**
   * Sets a first password or another one; sessions go on.
   *
   * @throws AccountsError `weak-password`
   */
  setPassword(accountId: string, password: string): Promise<void>;
  /** Whether somebody has a password; who came by a mailed link has none yet. */
  hasPassword(accountId: string): Promise<boolean>;
  /** Whether this is somebody's password; false for whoever has none. */
  isPassword(accountId: string, password: string): Promise<boolean>;
}

const LINK_MINUTES = 15;

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
    if (password !== undefined && isWeak(password)) throw new AccountsError('weak-password');
    const { internalAdapter } = (await library()).context;
    if (await byEmail(email)) throw new AccountsError('email-taken');
    const user = await internalAdapter
      .createUser({ email: addressOf(email), name, emailVerified })
      .catch(async (error: unknown) => {
        // Another request may have made it since it was looked for.
        throw (await byEmail(email)) ? new AccountsError('email-taken') : error;
      });
    if (password !== undefined) {
      await setPassword(user.id, password).catch(async (error: unknown) => {
        // Without a password the address would be taken and nobody could sign in with it.
        await internalAdapter.deleteUser(user.id).catch(() => undefined);
        throw error;
      });
    }
    return accountOf(user);
  };

  const setPassword: Accounts['setPassword'] = async (accountId, password) => {
    if (isWeak(password)) throw new AccountsError('weak-password');
    const { internalAdapter, password: hasher } = (await library()).context;
    const hash = await hasher.hash(password);
    const ways = await internalAdapter.findAccounts(accountId);
    if (ways.some((way) => way.providerId === 'credential'))
      await internalAdapter.updatePassword(accountId, hash);
    else
      await internalAdapter.createAccount({
        userId: accountId,
        accountId,
        providerId: 'credential',
        password: hash,
      });
  };

  const passwordOf = async (accountId: string): Promise<string | null> => {
    const ways = await (await library()).context.internalAdapter.findAccounts(accountId);
    return ways.find((way) => way.providerId === 'credential')?.password ?? null;
  };

  /** Carries out a sign-in and forgets that person's sessions that have ended. */
  const signed = async (ask: (library: Library) => Promise<Response>): Promise<Signed> => {
    const loaded = await library();
    const { isRefusal } = await import('./library.ts');
    const response = await ask(loaded).catch((error: unknown) => {
      throw isRefusal(error) ? new AccountsError('wrong-sign-in') : error;
    });
    if (response.status >= 500) throw new Error(`Signing in failed: ${response.status}.`);
    if (!response.ok) throw new AccountsError('wrong-sign-in');
    const { user } = (await response.json()) as { user: Account };
    const ended = [
      { field: 'userId', value: user.id },
      { field: 'expiresAt', operator: 'lt' as const, value: new Date() },
    ];
    await loaded.context.adapter.deleteMany({ model: 'session', where: ended });
    return { account: accountOf(user), cookies: response.headers.getSetCookie() };
  };
  const signInKnown = (accountId: string, proven: boolean, headers: Headers) =>
    signed(({ api }) => api.signInKnown({ body: { accountId, proven }, headers, asResponse: true }));

  return {
    create,
    byEmail,
    setPassword,
    hasPassword: async (accountId) => (await passwordOf(accountId)) !== null,
    async isPassword(accountId, password) {
      const hash = await passwordOf(accountId);
      return hash !== null && (await library()).context.password.verify({ hash, password });
    },
    async whoIs(headers) {
      if (!holds(headers, cookie)) return null;
      const { api } = await library();
      const session = await api.getSession({ headers, query: { disableRefresh: true } });
      return session ? accountOf(session.user) : null;
    },
    async signUp({ email, password, name }, headers) {
      const { id } = await create({ email, name, password });
      return signInKnown(id, false, headers);
    },
    signIn({ email, password }, headers) {
      const body = { email: addressOf(email), password };
      return signed(({ api }) => api.signInEmail({ body, headers, asResponse: true }));
    },
    async signOut(headers) {
      const { api } = await library();
      const response = await api.endSession({ headers, asResponse: true });
      if (!response.ok) throw new Error(`Signing out failed: ${response.status}.`);
      return response.headers.getSetCookie();
    },
    signInProven: (accountId, headers) => signInKnown(accountId, true, headers),
    async linkToken(email) {
      const known = await byEmail(email);
      if (!known) return null;
      const { adapter, internalAdapter } = (await library()).context;
      const past = [{ field: 'expiresAt', operator: 'lt' as const, value: new Date(now()) }];
      await adapter.deleteMany({ model: 'verification', where: past });
      const token = randomBytes(32).toString('base64url');
      await internalAdapter.createVerificationValue({
        identifier: hashed(token),
        value: known.id,
        expiresAt: new Date(now() + LINK_MINUTES * 60_000),
      });
      return token;
    },
    async redeemLink(token) {
      const { adapter, internalAdapter } = (await library()).context;
      const where = [{ field: 'identifier', value: hashed(token) }];
      const found = await adapter.findOne<{ value: string; expiresAt: Date }>({
        model: 'verification',
        where,
      });
      if (!found) return null;
      // Whoever deletes the row has the link: of several at once only one does.
      const taken = await adapter.deleteMany({ model: 'verification', where });
      if (taken === 0 || found.expiresAt.getTime() < now()) return null;
      const user = await internalAdapter.findUserById(found.value);
      return user ? accountOf(user) : null;
    },
  };
}

/** Whether a request brings a cookie of this name with something in it. */
function holds(headers: Headers, name: string): boolean {
  const cookies = (headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.some((cookie) => cookie.startsWith(`${name}=`) && cookie.length > name.length + 1);
}

function addressOf(email: string): string {
  return email.trim().toLowerCase();
}

function hashed(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function accountOf(user: { id: string; email: string; name: string; emailVerified: boolean }): Account {
  return { id: user.id, email: user.email, name: user.name, emailVerified: Boolean(user.emailVerified) };
}
