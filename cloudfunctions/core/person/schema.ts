import { phoneSources } from './migrations/people-2';
import { memberEmployer } from './migrations/people-4';
import { memberBranch } from './migrations/people-3';
import { lookSlots } from './migrations/audit-2';
import { collectionPlan, withMigrations, withUnique, type CollectionPlan } from '../schema/types';

/** People, and who looked at what is kept of them. */
export const personCollections: readonly CollectionPlan[] = [
  withMigrations(
    collectionPlan(
      'people',
      ['communityId', 'phone'],
      ['phone'],
      ['communityId', 'serves.gridId', 'reachable', '_id'],
      ['communityId', 'team.skill', 'reachable', '_id'],
      ['communityId', 'teamId', 'reachable', '_id'],
      ['communityId', 'kinds', '_id'],
      ['branchId', 'kinds', '_id'],
      ['branchId', 'memberClass', '_id'],
      ['communityId', 'name', '_id'],
      ['home.placeId', '_id'],
      ['communityId', 'home.path'],
      ['serves.placeId', '_id'],
      ['communityId', 'centreHousehold', 'home.path', '_id'],
      ['portrait.traceId'],
      ['employerId'],
      ['helperAt'],
    ),
    phoneSources,
    memberBranch,
    memberEmployer,
  ),
  withMigrations(
    withUnique(collectionPlan('audit', ['ownerId', '-timeKey'], ['communityId', 'kind', '-timeKey']), 'slot'),
    lookSlots,
  ),
];
