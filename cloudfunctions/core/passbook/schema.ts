import { alarmClosings } from './migrations/alarm-2';
import { bookBranch } from './migrations/passbook-2';
import { reversalBranch } from './migrations/reversal-2';
import { collectionPlan, withMigrations, withOwnForms, withUnique, type CollectionPlan } from '../schema/types';

/** Books, their lines, the salts of words in them, nightly anchors, alarms, and what is to be settled about a line. */
export const passbookCollections: readonly CollectionPlan[] = [
  withMigrations(
    collectionPlan(
      'passbooks',
      ['communityId', 'unit', 'personId'],
      ['communityId', 'unit', 'nameKey'],
      ['branchId', 'unit', 'personId'],
      ['branchId', 'unit', 'nameKey'],
      ['communityId', '_id'],
    ),
    bookBranch,
  ),
  // A book has one line of a number, and one annotation beside it (`post-together.ts`).
  withUnique(
    withOwnForms(
      collectionPlan(
        'entries',
        ['bookId', '-sequence'],
        ['bookId', 'contest.state'],
        ['bookId', 'at'],
        ['bookId', 'backdated', 'at'],
        ['communityId', '_id'],
        ['communityId', 'unit', 'at', '_id'],
        ['unit', 'at', '_id'],
        ['digests.personId', '_id'],
      ),
    ),
    'bookId',
    'kind',
    'sequence',
  ),
  collectionPlan(
    'grants',
    ['branchId', 'open', '-sinceKey'],
    ['communityId', 'open', '-sinceKey'],
    ['state', 'settled.at'],
    ['outboxAt'],
    ['personId'],
    ['proposal.personId', '_id'],
    ['settled.personId', '_id'],
  ),
  collectionPlan('grantMonths', ['communityId', 'month'], ['personId']),
  collectionPlan('expiries', ['open', 'dueAt'], ['open', 'settledAt'], ['outboxAt'], ['personId']),
  collectionPlan('salts', ['communityId', 'salt', '_id'], ['communityId', '_id']),
  collectionPlan('anchors', ['communityId', '-day'], ['communityId', '_id']),
  withMigrations(collectionPlan('alarms', ['communityId', 'open', '-foundKey'], ['outboxAt']), alarmClosings),
  collectionPlan('pairs', ['communityId', 'near', '-pairKey']),
  withMigrations(
    collectionPlan(
      'reversals',
      ['branchId', 'open', 'since', '_id'],
      ['communityId', 'open', 'since', '_id'],
      ['state', 'settled.at'],
      ['outboxAt'],
      ['proposal.personId', '_id'],
      ['settled.personId', '_id'],
      ['personId', 'missing'],
    ),
    reversalBranch,
  ),
];
