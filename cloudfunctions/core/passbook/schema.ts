import { collectionPlan, withOwnForms, type CollectionPlan } from '../schema/types';

/** Books, their lines, the salts of words in them, nightly anchors, alarms, and what is to be settled about a line. */
export const passbookCollections: readonly CollectionPlan[] = [
  collectionPlan('passbooks', ['communityId', 'unit', 'personId'], ['communityId', 'unit', 'nameKey']),
  withOwnForms(
    collectionPlan('entries', ['bookId', '-sequence'], ['bookId', 'contest.state'], ['digests.personId', '_id']),
  ),
  collectionPlan('salts', ['communityId', 'salt', '_id']),
  collectionPlan('anchors', ['communityId', '-day']),
  collectionPlan('alarms', ['communityId', 'open', '-foundAt']),
  collectionPlan('pairs', ['communityId', 'near', '-pairKey']),
  collectionPlan('reversals', ['communityId', 'open', 'since'], ['state', 'settled.at']),
];
