import { collectionPlan, withOwnForms, withUnique } from './types';

/** Orders, the ledger, activities, and what `jobs` keeps. */
export const orderCollections = [
  withUnique(
    collectionPlan(
      'orders',
      ['followers', 'closed', '-createdKey'],
      ['responsibleIds', 'closed', '-createdKey'],
      ['scopes', 'closed', '-createdKey'],
      ['communityId', 'claimable', '-createdKey'],
      ['communityId', 'needsAttention', '-createdKey'],
      ['communityId', 'month', '-createdKey'],
      ['place.courtyardId', 'category', 'closed', '-createdKey'],
      ['dueAt'],
      ['updatedAt'],
      ['traces'],
    ),
    'requests',
  ),
  collectionPlan('passbooks', ['communityId', 'unit', 'personId'], ['communityId', 'unit', 'nameKey']),
  withOwnForms(collectionPlan('entries', ['bookId', '-sequence'])),
  collectionPlan('reversals', ['communityId', 'open', 'since']),
  collectionPlan('activities', ['communityId', '-startKey'], ['unposted', 'closedAt']),
  collectionPlan('tallies'),
  collectionPlan('runs'),
  withOwnForms(collectionPlan('forms')),
  collectionPlan('fileTasks', ['state', 'resumeAt']),
  collectionPlan('verdicts', ['at']),
];
