import { collectionPlan, withUnique, type CollectionPlan } from '../schema/types';

/** Who moved in and out. */
export const residenceCollections: readonly CollectionPlan[] = [
  withUnique(
    collectionPlan(
      'moves',
      ['scopes', 'state', '-listKey'],
      ['askedBy.personId', 'state', '-listKey'],
      ['updatedAt'],
      ['outboxAt'],
    ),
    'openKey',
  ),
];
