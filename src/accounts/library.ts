/** What better-auth is told. Loading it takes memory and time, so accounts.ts does so when it is first needed. */
import { kyselyAdapter } from '@better-auth/kysely-adapter';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { accountsConnection } from '../store/engines/accounts-connection.ts';
import type { Engine } from '../store/engines/engine.ts';
import { newId } from '../store/ids.ts';
import { withHashedTokens } from './hashed-tokens.ts';
import { oursAlone } from './ours-alone.ts';
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
    database: withHashedTokens(kyselyAdapter(accountsConnection(engine), { type: 'sqlite' })),
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
      additionalFields: {
        /** When the mailed link was opened that began the session, in epoch milliseconds; 0 where none did. */
        linkOpened: { type: 'number', required: false, input: false },
      },
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
