import { limits } from '../../../../miniprogram/contracts/limits';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy, scopeOf } from '../../access/permissions';
import { posts } from '../../place/post';
import type { Database } from '../../platform/database';
import { cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional } from '../../platform/validation';
import { employers, type Employer } from '../employer';
import { employerView } from '../view';

/** A page of 20 employers has few holders each. */
const maxHolders = 99;

/**
 * The employers of the caller's community by name, with who wears their hat; in an employer's hat that one alone.
 * Cost: 3 reads.
 */
export const listEmployers = signedInEndpoint({
  name: 'employer.list',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller, input) {
    const found = await readPage(database, caller, input.cursor);
    const { shown, next } = cutPage(found, limits.pageSize, ({ nameKey }) => nameKey);
    const held =
      shown.length === 0
        ? []
        : await database.find(posts, {
            where: { placeId: { oneOf: shown.map(({ _id }) => _id) } },
            sort: { _id: 'asc' },
            limit: maxHolders,
          });
    return done({
      employers: shown.map((one) => employerView(one, held, apartBy(caller.hat.hat))),
      mine: scopeOf(caller.hat.hat, 'employer.grantHat') === 'community',
      ...(next !== undefined && { next }),
    });
  },
});

/** How far the hat in use reaches: the community's, or the one whose hat it is; of no employer, none. */
async function readPage(
  database: Database,
  { scope, hat, login: { communityId } }: SignedIn,
  after: string | undefined,
): Promise<readonly Employer[]> {
  if (scope === 'employer') {
    const own = hat.employerId === undefined ? undefined : await database.get(employers, hat.employerId);
    return own?.communityId === communityId ? [own] : [];
  }
  return database.find(employers, {
    where: { communityId, nameKey: { gt: after ?? '' } },
    sort: { nameKey: 'asc' },
    ...pageQuery(limits.pageSize),
  });
}
