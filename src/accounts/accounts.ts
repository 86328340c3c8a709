import { createHash, randomBytes } from 'node:crypto';
import { kyselyAdapter } from '@better-auth/kysely-adapter';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { betterAuth } from 'better-auth/minimal';
import { z } from 'zod';
import { accountsConnection } from '../store/engines/accounts-connection.ts';
import type { Engine } from '../store/engines/engine.ts';
import { newId } from '../store/ids.ts';
import { AccountsError } from './errors.ts';
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
  /** Who a request's cookies sign in; null for a reader. Never writes, so a locked database keeps nobody out. */
  whoIs(headers: Headers): Promise<Account | null>;
  /** @throws AccountsError `email-taken` or `weak-password` */
  signUp(input: { email: string; password: string; name: string }, headers: Headers): Promise<Signed>;
  /** @throws AccountsError `wrong-sign-in`, the same for an unknown address as for a wrong password */
  signIn(input: { email: string; password: string }, headers: Headers): Promise<Signed>;
  /** Ends the session; answers the cookies that clear it. */
  signOut(headers: Headers): Promise<string[]>;
  /** Makes an account without signing in; one who came by a mailed link has no password yet. */
  create(input: {
    email: string;
    name: string;
    password?: string;
    emailVerified?: boolean;
  }): Promise<Account>;
  byEmail(email: string): Promise<Account | null>;
  /** Signs in somebody whose mailed link has just been opened and checked; the address is proven by it. */
  signInProven(accountId: string, headers: Headers): Promise<Signed>;
  /** A token for a mailed sign-in link, good once and for fifteen minutes; null when nobody has that address. */
  linkToken(email: string): Promise<string | null>;
  /** Whose link this is; the link is used up by it. */
  redeemLink(token: string): Promise<Account | null>;
  setPassword(accountId: string, password: string): Promise<void>;
}

const LINK_MINUTES = 15;
const SESSION_DAYS = 30;

/**
 * People's accounts on the store's own tables.
 *
 * @param options.secret signs cookies; the same for every process of a site
 * @param options.url the public address; cookies are Secure and `__Host-` exactly when it is https
 */
export function openAccounts(options: {
  engine: Engine;
  secret: string;
  url: string;
  now?: () => number;
}): Accounts {
  const auth = betterAuth(settings(options));
  const context = () => auth.$context;
  const signed = async (response: Response): Promise<Signed> => {
    const { user } = (await response.json()) as { user: Account };
    return { account: account(user), cookies: response.headers.getSetCookie() };
  };
  return {
    async whoIs(headers) {
      const session = await auth.api
        .getSession({ headers, query: { disableRefresh: true } })
        .catch(() => null);
      return session ? account(session.user) : null;
    },
    async signUp({ email, password, name }, headers) {
      await this.create({ email, name, password });
      return this.signIn({ email, password }, headers);
    },
    async signIn({ email, password }, headers) {
      const body = { email: email.trim().toLowerCase(), password };
      try {
        return await signed(await auth.api.signInEmail({ body, headers, asResponse: true }).then(accepted));
      } catch (error) {
        if (error instanceof AccountsError || error instanceof APIError)
          throw new AccountsError('wrong-sign-in');
        throw error;
      }
    },
    async signOut(headers) {
      const response = await auth.api.signOut({ headers, asResponse: true });
      return response.headers.getSetCookie();
    },
    async create({ email, name, password, emailVerified }) {
      if (password !== undefined && isWeak(password)) throw new AccountsError('weak-password');
      const { internalAdapter } = await context();
      if (await this.byEmail(email)) throw new AccountsError('email-taken');
      const user = await internalAdapter.createUser({
        email: email.trim().toLowerCase(),
        name,
        emailVerified: emailVerified ?? false,
      });
      if (password !== undefined) await this.setPassword(user.id, password);
      return account(user);
    },
    async byEmail(email) {
      const { internalAdapter } = await context();
      const found = await internalAdapter.findUserByEmail(email.trim().toLowerCase());
      return found ? account(found.user) : null;
    },
    async signInProven(accountId, headers) {
      const response = await auth.api.signInProven({ body: { accountId }, headers, asResponse: true });
      return signed(response);
    },
    async linkToken(email) {
      const known = await this.byEmail(email);
      if (!known) return null;
      const token = randomBytes(32).toString('base64url');
      const { internalAdapter } = await context();
      await internalAdapter.createVerificationValue({
        identifier: hashed(token),
        value: known.id,
        expiresAt: new Date(Date.now() + LINK_MINUTES * 60_000),
      });
      return token;
    },
    async redeemLink(token) {
      const { internalAdapter } = await context();
      const found = await internalAdapter.findVerificationValue(hashed(token));
      if (!found) return null;
      await internalAdapter.deleteVerificationByIdentifier(hashed(token));
      if (found.expiresAt.getTime() < Date.now()) return null;
      const user = await internalAdapter.findUserById(found.value);
      return user ? account(user) : null;
    },
    async setPassword(accountId, password) {
      if (isWeak(password)) throw new AccountsError('weak-password');
      const { internalAdapter, password: hasher } = await context();
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
    },
  };
}

function settings({ engine, secret, url }: { engine: Engine; secret: string; url: string }) {
  const secure = url.startsWith('https:');
  return {
    // Both engines keep flags as 0 or 1 and instants as ISO text, which is what the library sends to SQLite.
    database: kyselyAdapter(accountsConnection(engine), { type: 'sqlite' }),
    secret,
    baseURL: url,
    emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 200 },
    user: { modelName: 'accounts' },
    session: { modelName: 'sessions', expiresIn: SESSION_DAYS * 86_400, disableSessionRefresh: true },
    account: { modelName: 'sign_ins' },
    verification: { modelName: 'verifications' },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
    plugins: [proven()],
    advanced: {
      useSecureCookies: false,
      cookies: { session_token: { name: secure ? '__Host-houselights' : 'houselights' } },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
      database: { generateId: () => newId() },
    },
  };
}

/** Signs in by a proof the site has checked itself; reached only by a call from here, never by a request. */
function proven() {
  return {
    id: 'proven',
    endpoints: {
      signInProven: createAuthEndpoint(
        '/sign-in/proven',
        { method: 'POST', body: z.object({ accountId: z.string() }), metadata: { SERVER_ONLY: true } },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const found = await internalAdapter.findUserById(ctx.body.accountId);
          if (!found) throw new APIError('UNAUTHORIZED');
          const user = found.emailVerified
            ? found
            : await internalAdapter.updateUser(found.id, { emailVerified: true });
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ user });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}

function accepted(response: Response): Response {
  if (!response.ok) throw new AccountsError('wrong-sign-in');
  return response;
}

function hashed(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function account(user: { id: string; email: string; name: string; emailVerified: boolean }): Account {
  return { id: user.id, email: user.email, name: user.name, emailVerified: Boolean(user.emailVerified) };
}
