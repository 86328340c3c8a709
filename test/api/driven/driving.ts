import type { TestSite } from '../../app/site.ts';
import { type Contract, openContract, somebody, tokenOf } from '../contract.ts';

type Who = 'member' | 'curator' | 'owner';

/** What those who drive the operations share. */
export interface Driving {
  site: TestSite;
  api: Contract;
  /** With whose token something is asked. */
  by(who: Who): { token: string };
  /** The film that most is said of, by slug and by id, once it is made; another stands beside it as `-2`. */
  film: string;
  filmId: string;
}

/** What drives operations, by what it shows. What one makes is there for the next. */
export type Drives = Readonly<Record<string, (driving: Driving) => Promise<void>>>;

/** A page of a list. */
export interface Listed {
  items: Record<string, unknown>[];
  next: string | null;
}

/** A site with an owner, a curator and a member, who ask by tokens. */
export async function openDriving(site: TestSite): Promise<Driving> {
  const api = await openContract(site);
  const tokens: Record<Who, string> = {
    owner: await tokenOf(site, await somebody(site, 'the_owner', 'owner')),
    curator: await tokenOf(site, await somebody(site, 'a_curator', 'curator')),
    member: await tokenOf(site, await somebody(site, 'a_member')),
  };
  return { site, api, by: (who) => ({ token: tokens[who] }), film: '', filmId: '' };
}

/** What tells a thing from any other state of it. */
export function tag(answer: { headers: Headers }): { 'if-match': string } {
  return { 'if-match': answer.headers.get('etag') ?? '' };
}
