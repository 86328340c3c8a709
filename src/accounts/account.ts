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
  /**
   * Signs in by a password, with a session of its own; the one the request came with ends.
   *
   * @throws AccountsError `wrong-sign-in`, the same for an unknown address as for a wrong password; `wait` after
   * many wrong ones, right or not
   */
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
   * Signs in somebody whose mailed link has just been opened and checked; the address is proven by it. Where it was
   * not before, passwords and sessions of whoever registered with it are gone.
   *
   * @throws AccountsError `wrong-sign-in` when there is no such account
   */
  signInProven(accountId: string, headers: Headers): Promise<Signed>;
  /** A token for a mailed sign-in link, good once and for fifteen minutes; null when nobody has that address. */
  linkToken(email: string): Promise<string | null>;
  /**
   * Signs in whoever a mailed link was sent to, and uses it up, also when several ask at once; null when it is
   * spent, too old or none. `dropped` when a password that was set before the address was proven is gone now.
   */
  openLink(token: string, headers: Headers): Promise<(Signed & { dropped: boolean }) | null>;
  /**
   * Sets somebody's first password or another one, and ends every session of theirs.
   *
   * @throws AccountsError `weak-password`
   */
  setPassword(accountId: string, password: string): Promise<void>;
  /**
   * Sets the password of whoever the request's cookies sign in. Their session goes on under a new id; every other
   * one of theirs ends.
   *
   * @throws AccountsError `weak-password`, or `signed-out` when the session has ended
   */
  changePassword(password: string, headers: Headers): Promise<Signed>;
  /**
   * Whether a mailed link began the request's session within the last quarter of an hour: then a password may be
   * set without knowing the one before.
   */
  cameByLink(headers: Headers): Promise<boolean>;
  /** Whether somebody has a password; who came by a mailed link has none yet. */
  hasPassword(accountId: string): Promise<boolean>;
  /**
   * Whether this is somebody's password; false for whoever has none.
   *
   * @throws AccountsError `wait` after many wrong ones
   */
  isPassword(accountId: string, password: string): Promise<boolean>;
}
