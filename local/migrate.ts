import * as v from 'valibot';
import { collectionForms } from '../cloudfunctions/core/schema';
import type { Cloud } from './cloud';

const recordShape = v.object({ _id: v.string(), form: v.number(), cursor: v.nullable(v.string()) });
const replyShape = v.variant('ok', [
  v.object({ ok: v.literal(true), data: v.object({ isDone: v.boolean() }) }),
  v.object({ ok: v.literal(false), code: v.string(), message: v.optional(v.string(), '') }),
]);

/**
 * Brings a data folder that older code wrote to the form of today, by the function that does it on the cloud as well.
 * @throws Error when newer code wrote it
 */
export async function migrateStored(cloud: Pick<Cloud, 'database' | 'invoke'>): Promise<void> {
  while (!isWhole(cloud)) {
    const reply = v.parse(replyShape, await cloud.invoke('jobs', { name: 'migrate' }, { source: 'deploy' }));
    if (!reply.ok) throw new Error(`this data folder does not fit this version: ${reply.message || reply.code}`);
    if (reply.data.isDone) return;
  }
}

function isWhole({ database }: Pick<Cloud, 'database'>): boolean {
  const records = v.parse(v.array(v.looseObject(recordShape.entries)), database.browse('forms', { limit: 1000 }));
  const found = new Map(records.map((record) => [record._id, record]));
  return collectionForms.every(({ name, form }) => {
    const record = found.get(name);
    return record !== undefined && record.form === form && record.cursor === null;
  });
}
