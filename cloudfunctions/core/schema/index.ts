import { functionRules } from './function-rules';
import { orderCollections } from './orders';
import { peopleCollections } from './people';
import { stationCollections } from './stations';
import type { Manifest } from './types';

export type { CollectionPlan, IndexPlan, Manifest, TimerPlan } from './types';

/**
 * Every collection, index, security rule and timer, as data: the local cloud and the deploy script create the same from
 * it.
 */
export const manifest: Manifest = {
  collections: [...peopleCollections, ...orderCollections, ...stationCollections],
  timers: [{ function: 'jobs', name: 'every-five-minutes', cron: '0 */5 * * * * *' }],
  functionRules,
};

/** The collections whose documents carry a form, with the steps to it. */
export const collectionForms = manifest.collections.flatMap(({ name, form, migrations = [] }) =>
  form === undefined ? [] : [{ name, form, migrations }],
);

/** What a new document of each collection is stamped with. */
export const newForms: ReadonlyMap<string, number> = new Map(collectionForms.map(({ name, form }) => [name, form]));
