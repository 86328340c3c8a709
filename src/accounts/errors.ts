/** Why somebody could not sign up or in, or change a password. */
export type AccountsErrorKind = 'email-taken' | 'wrong-sign-in' | 'weak-password' | 'signed-out' | 'wait';

/** An error of signing up or in, or of changing a password, that the person at the form is told in a sentence. */
export class AccountsError extends Error {
  override name = 'AccountsError';
  readonly kind: AccountsErrorKind;
  constructor(kind: AccountsErrorKind) {
    super(kind);
    this.kind = kind;
  }
}
