import { collectionPlan, withMigrations, type CollectionPlan } from '../schema/types';
import { countAnew } from './migrations/run-2';
import { countReopened } from './migrations/run-3';
import { countOutcomes } from './migrations/run-4';
import { countHelpers } from './migrations/run-5';
import { countByDay } from './migrations/run-6';

/** How far each job has come. */
export const jobCollections: readonly CollectionPlan[] = [
  withMigrations(collectionPlan('runs'), countAnew, countReopened, countOutcomes, countHelpers, countByDay),
];
