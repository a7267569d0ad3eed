import { collectionPlan, withOwnForms, withUnique } from './types';

/** Orders, the ledger, activities, and what `jobs` keeps. */
export const orderCollections = [
  withUnique(
    collectionPlan(
      'orders',
      ['followers', 'closed', '-key'],
      ['hands', 'closed', '-key'],
      ['scopes', 'closed', '-key'],
      ['communityId', 'claimable', '-key'],
      ['communityId', 'needsHand', '-key'],
      ['communityId', 'month', '-key'],
      ['place.courtyardId', 'category', 'closed', '-key'],
      ['dueAt'],
      ['updatedAt'],
      ['traces'],
    ),
    'requests',
  ),
  collectionPlan('passbooks', ['communityId', 'unit', 'personId'], ['communityId', 'unit', 'key']),
  withOwnForms(collectionPlan('entries', ['bookId', '-sequence'])),
  collectionPlan('reversals', ['communityId', 'open', 'since']),
  collectionPlan('activities', ['communityId', '-key'], ['unposted', 'closedAt']),
  collectionPlan('tallies'),
  collectionPlan('runs'),
  withOwnForms(collectionPlan('forms')),
  collectionPlan('fileTasks', ['state', 'resumeAt']),
  collectionPlan('verdicts', ['at']),
];
