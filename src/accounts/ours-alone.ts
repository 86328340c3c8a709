/** What the site asks of sessions beside passwords; reached only by a call from here, never by a request. */
import type { AuthContext, BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { expireCookie, setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

const KNOWN = z.object({ accountId: z.string(), linkOpened: z.number() });

export function oursAlone() {
  const metadata = { SERVER_ONLY: true } as const;
  return {
    id: 'ours-alone',
    endpoints: {
      /**
       * Signs in somebody the site itself knows; `linkOpened` when their address has just been proven by a link,
       * in epoch milliseconds, else 0.
       */
      signInKnown: createAuthEndpoint(
        '/sign-in/known',
        { method: 'POST', body: KNOWN, metadata },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const { accountId, linkOpened } = ctx.body;
          const found = await internalAdapter.findUserById(accountId);
          if (!found) throw new APIError('UNAUTHORIZED');
          const proven = linkOpened > 0 && !found.emailVerified;
          if (proven) await disown(ctx.context, found.id);
          const user = proven ? await internalAdapter.updateUser(found.id, { emailVerified: true }) : found;
          const session = await internalAdapter.createSession(user.id, false, { linkOpened });
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ user, token: session.token });
        },
      ),
      /** Ends a session and says so only when it is gone: the library's own sign-out hides a failed deletion. */
      endSession: createAuthEndpoint(
        '/session/end',
        { method: 'POST', requireHeaders: true, metadata },
        async (ctx) => {
          const { adapter, authCookies, secret } = ctx.context;
          const token = await ctx.getSignedCookie(authCookies.sessionToken.name, secret);
          if (token)
            await adapter.deleteMany({ model: 'session', where: [{ field: 'token', value: token }] });
          expireCookie(ctx, authCookies.sessionToken);
          return ctx.json({});
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}

/**
 * Takes an account from whoever had it before its address was proven: they may have registered with the address of
 * somebody else. Sessions go before the password, so that a password set meanwhile finds its session gone, and
 * again after it, so that a sign-in meanwhile either finds its password gone or has its session ended here. A
 * session that a mailed link began is the address's own and stays: the link may be opened twice at once.
 */
async function disown({ adapter }: Pick<AuthContext, 'adapter'>, accountId: string): Promise<void> {
  const theirs = { field: 'userId', value: accountId };
  const without = { field: 'linkOpened', value: 0 };
  await adapter.deleteMany({ model: 'session', where: [theirs, without] });
  await adapter.deleteMany({ model: 'account', where: [theirs] });
  await adapter.deleteMany({ model: 'session', where: [theirs, without] });
}
