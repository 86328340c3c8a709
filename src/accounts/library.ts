/** What better-auth is told. Loading it takes memory and time, so accounts.ts does so when it is first needed. */
import { kyselyAdapter } from '@better-auth/kysely-adapter';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { expireCookie, setSessionCookie } from 'better-auth/cookies';
import { betterAuth } from 'better-auth/minimal';
import { z } from 'zod';
import { accountsConnection } from '../store/engines/accounts-connection.ts';
import type { Engine } from '../store/engines/engine.ts';
import { newId } from '../store/ids.ts';
import { LONGEST, SHORTEST } from './password.ts';
import { hashPassword, verifyPassword } from './scrypt.ts';

const SESSION_DAYS = 30;

export type Library = Awaited<ReturnType<typeof startLibrary>>;

/** Whether the library refused what was asked of it, rather than failed at it. */
export function isRefusal(error: unknown): boolean {
  return error instanceof APIError && error.statusCode < 500;
}

export async function startLibrary({
  engine,
  secret,
  url,
  cookie,
}: {
  engine: Engine;
  secret: string;
  url: string;
  /** The session cookie's name. */
  cookie: string;
}) {
  const secure = url.startsWith('https:');
  const auth = betterAuth({
    // Both engines keep flags as 0 or 1 and instants as ISO text, which is what the library sends to SQLite.
    database: kyselyAdapter(accountsConnection(engine), { type: 'sqlite' }),
    // In the plural, because an environment variable would win over `secret`.
    secrets: [{ version: 1, value: secret }],
    baseURL: url,
    emailAndPassword: {
      enabled: true,
      minPasswordLength: SHORTEST,
      maxPasswordLength: LONGEST,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: { modelName: 'accounts' },
    session: {
      modelName: 'sessions',
      expiresIn: SESSION_DAYS * 86_400,
      disableSessionRefresh: true,
      // A session found to have ended is not deleted by the request that finds it: reading never writes.
      deferSessionRefresh: true,
    },
    account: { modelName: 'sign_ins' },
    verification: { modelName: 'verifications' },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
    plugins: [oursAlone()],
    advanced: {
      useSecureCookies: false,
      cookies: { session_token: { name: cookie } },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
    },
  });
  return { api: auth.api, context: await auth.$context };
}

/**
 * Takes an account from whoever had it before its address was proven: they may have registered with the address of
 * somebody else. Sessions go before the password, so that a password set meanwhile finds its session gone, and
 * again after it, so that a sign-in meanwhile either finds its password gone or has its session ended here.
 */
async function disown(adapter: Library['context']['adapter'], accountId: string): Promise<void> {
  const where = [{ field: 'userId', value: accountId }];
  for (const model of ['session', 'account', 'session']) await adapter.deleteMany({ model, where });
}

/** What the site asks of sessions beside passwords; reached only by a call from here, never by a request. */
function oursAlone() {
  const metadata = { SERVER_ONLY: true } as const;
  return {
    id: 'ours-alone',
    endpoints: {
      /** Signs in somebody the site itself knows; `proven` when their address has just been proven. */
      signInKnown: createAuthEndpoint(
        '/sign-in/known',
        { method: 'POST', body: z.object({ accountId: z.string(), proven: z.boolean() }), metadata },
        async (ctx) => {
          const { adapter, internalAdapter } = ctx.context;
          const { accountId, proven } = ctx.body;
          const found = await internalAdapter.findUserById(accountId);
          if (!found) throw new APIError('UNAUTHORIZED');
          let user = found;
          if (proven && !found.emailVerified) {
            await disown(adapter, found.id);
            user = await internalAdapter.updateUser(found.id, { emailVerified: true });
          }
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ user });
        },
      ),
      /** Ends a session and says so only when it is gone: the library's own sign-out hides a failed deletion. */
      endSession: createAuthEndpoint(
        '/session/end',
        { method: 'POST', requireHeaders: true, metadata },
        async (ctx) => {
          const { authCookies, internalAdapter, secret } = ctx.context;
          const token = await ctx.getSignedCookie(authCookies.sessionToken.name, secret);
          if (token) await internalAdapter.deleteSession(token);
          expireCookie(ctx, authCookies.sessionToken);
          return ctx.json({});
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
