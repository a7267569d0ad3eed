import { asRecord, isFunction } from '../../builtin/support/values';
import { api } from '../support/call';
import { checked } from './link';

const stages = [
  'addFields',
  'bucket',
  'bucketAuto',
  'count',
  'geoNear',
  'group',
  'limit',
  'lookup',
  'match',
  'project',
  'replaceRoot',
  'sample',
  'skip',
  'sort',
  'sortByCount',
  'unwind',
] as const;

/** `db.collection('c').aggregate()`: stages one after the other, then `end()`. */
export function aggregationOf(source: object): object {
  const call = (name: string, ...given: unknown[]): unknown => {
    const method: unknown = Reflect.get(source, name);
    return isFunction(method) ? method.apply(source, given) : undefined;
  };
  const aggregation: Record<string, unknown> = {
    end: api('collection.aggregate', async () => ({ list: checked(asRecord(await call('end')))['data'] })),
  };
  for (const stage of stages)
    aggregation[stage] = (given: unknown) => {
      call(stage, given);
      return aggregation;
    };
  return aggregation;
}
