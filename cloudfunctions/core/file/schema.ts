import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Long work on files. */
export const fileCollections: readonly CollectionPlan[] = [collectionPlan('fileTasks', ['state', 'resumeAt'])];
