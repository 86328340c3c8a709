import { DomainError, forbidden, notFound } from '../../domain/errors.ts';
import type { Member } from '../../domain/reader.ts';
import { LONGEST_NAME, MOST_TOKENS, makeToken, revokeToken, scopesOf } from '../../domain/token.ts';
import { dayIn } from '../../domain/viewing-date.ts';
import { type TokensView, tokensView } from '../../views/token.ts';
import { field, fields } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';

/** One's tokens. */
export async function showTokens(visit: Visit): Promise<Answer> {
  const revoked = visit.url.searchParams.get('done') === 'revoked';
  return page(await tokens(visit, { revoked }));
}

/** Makes a token, and shows it this once. */
export async function postToken(visit: Visit): Promise<Answer> {
  const form = await visit.form();
  const typed = { name: field(form, 'name'), scopes: fields(form, 'scope') };
  try {
    const made = await visit.transact((writer) => makeToken(writer, signedIn(visit), typed, visit.now));
    return page(await tokens(visit, { made }));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'too-many-tokens') return page(await tokens(visit, { typed, wrong: 'too-many' }), 409);
    if (error.code === 'token-name') return page(await tokens(visit, { typed, wrong: 'name' }), 400);
    throw error;
  }
}

/** Ends a token. */
export async function postRevoke(visit: Visit): Promise<Answer> {
  const id = visit.params.id ?? '';
  if (!/^[0-9a-v]{26}$/.test(id)) throw notFound('token');
  await visit.transact((writer) => revokeToken(writer, signedIn(visit), id));
  return redirect('/settings/tokens?done=revoked');
}

async function tokens(visit: Visit, now: Partial<TokensView>) {
  const { reader, site, frame } = visit;
  const { id, role } = signedIn(visit);
  const day = (instant: number) => dayIn(site.settings.timeZone, instant);
  const own = (await reader.tokens.of(id)).map(({ id, name, scopes, created, used }) => ({
    ...{ id, name, scopes, made: day(created) },
    used: used === null ? null : day(used),
  }));
  return tokensView(frame, {
    tokens: own,
    scopes: scopesOf(role),
    made: null,
    revoked: false,
    typed: { name: '', scopes: [] },
    wrong: null,
    most: { name: LONGEST_NAME, tokens: MOST_TOKENS },
    ...now,
  });
}

function signedIn({ member }: Visit): Member {
  if (!member) throw forbidden('role');
  return member;
}
