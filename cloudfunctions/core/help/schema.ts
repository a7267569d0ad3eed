import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Visits at members' homes, and cases of help. */
export const helpCollections: readonly CollectionPlan[] = [
  collectionPlan('homeVisitPlans', ['branchId', '_id'], ['visitor.personId', '_id'], ['remindDay'], ['outboxAt']),
  collectionPlan('homeVisits', ['personId', '-day'], ['keepUntil']),
  collectionPlan(
    'helpCases',
    ['branchId', 'open', '_id'],
    ['helper.personId', 'open', '_id'],
    ['personId', '-openedAt'],
    ['keepUntil'],
  ),
];
