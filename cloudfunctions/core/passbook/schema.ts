import { collectionPlan, withOwnForms, type CollectionPlan } from '../schema/types';

/** Books, their lines, the salts of the words in them, and what is to be settled about a line. */
export const passbookCollections: readonly CollectionPlan[] = [
  collectionPlan('passbooks', ['communityId', 'unit', 'personId'], ['communityId', 'unit', 'nameKey']),
  withOwnForms(collectionPlan('entries', ['bookId', '-sequence'], ['digests.personId'])),
  collectionPlan('salts', ['communityId']),
  collectionPlan('pairs', ['communityId', 'near', '-pairKey']),
  collectionPlan('reversals', ['communityId', 'open', 'since']),
];
