import { collectionPlan, withMigrations, type CollectionPlan } from '../schema/types';
import { taskWithEnd } from './migrations/file-task-2';

/** Long work on files. */
export const fileCollections: readonly CollectionPlan[] = [
  withMigrations(collectionPlan('fileTasks', ['state', 'resumeAt'], ['deleteAt']), taskWithEnd),
];
