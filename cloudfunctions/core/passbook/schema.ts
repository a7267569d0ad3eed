import { bookBranch } from './migrations/passbook-2';
import { collectionPlan, withMigrations, withOwnForms, type CollectionPlan } from '../schema/types';

/** Books, their lines, the salts of the words in them, and what is to be settled about a line. */
export const passbookCollections: readonly CollectionPlan[] = [
  withMigrations(
    collectionPlan('passbooks', ['communityId', 'unit', 'personId'], ['communityId', 'unit', 'nameKey']),
    bookBranch,
  ),
  withOwnForms(collectionPlan('entries', ['bookId', '-sequence'], ['digests.personId'])),
  collectionPlan('salts', ['communityId']),
  collectionPlan('pairs', ['communityId', 'near', '-pairKey']),
  collectionPlan('reversals', ['communityId', 'open', 'since']),
];
