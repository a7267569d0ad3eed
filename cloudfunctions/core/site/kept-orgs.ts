import type { SignedIn } from '../access/caller';
import type { Database } from '../platform/database';
import { orgs, type Organisation } from './site';

/** An instructor looks after one organisation, or a few small ones. */
const maxOrgs = 5;

/** The organisations that somebody was sent to. One read. */
export function readOwnOrgs(database: Database, { login }: SignedIn): Promise<Organisation[]> {
  return database.find(orgs, {
    where: { 'instructors.personId': login.personId },
    sort: { _id: 'asc' },
    limit: maxOrgs,
  });
}
