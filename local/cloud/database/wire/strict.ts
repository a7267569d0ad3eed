import { DatabaseError } from '../errors';
import { defaultLimit } from '../limits';
import { indexesOf, planName, type Plan } from '../planner/plan';
import type { Collection } from '../storage/catalog';
import { isFields, type Fields, type Value } from '../values/value';

/** A request as the text of a refusal prints it: names and operators without anybody's data. */
export function shapeText(value: Value): string {
  if (Array.isArray(value)) return `[${value.slice(0, 3).map(shapeText).join(', ')}${value.length > 3 ? ', …' : ''}]`;
  if (!isFields(value)) return '?';
  return `{ ${Object.entries(value)
    .map(([name, child]) => `${name}: ${shapeText(child)}`)
    .join(', ')} }`;
}

const refuse = (rule: string, collection: string, shape: string): DatabaseError =>
  new DatabaseError('DATABASE_REQUEST_FAILED', `[StrictMode] ${rule}: ${collection} ${shape}`);

/**
 * @throws DatabaseError for a plan that reads a whole collection, sorts in memory, or uses an index that the manifest
 * does not declare
 */
export function checkPlan(
  collection: Collection,
  plan: Plan,
  { sortsInMemory, filter }: { sortsInMemory: boolean; filter: Fields },
): void {
  if (plan.kind === 'collection') throw refuse('collection scan', collection.name, shapeText(filter));
  if (sortsInMemory) throw refuse(`sort in memory after ${planName(plan)}`, collection.name, shapeText(filter));
  const unknown = indexesOf(plan).find(({ declared }) => !declared);
  if (unknown !== undefined) throw refuse(`undeclared index ${unknown.name}`, collection.name, shapeText(filter));
}

/**
 * The SDK puts 100 on the wire when no limit was given, so that on the wire no limit and a limit of 100 are the same.
 * Strict mode therefore takes exactly 100 for a forgotten limit: who wants that many says 99 or 101.
 * @throws DatabaseError
 */
export function requireLimit(collection: string, limit: number | undefined, filter: Fields): void {
  if (limit === undefined || limit === defaultLimit)
    throw refuse('read without a limit (100 is what the SDK sends for none)', collection, shapeText(filter));
}

/** @throws DatabaseError for an aggregation that the default of 20 would cut off */
export function requireLimitStage(collection: string, stages: readonly Fields[]): void {
  const isBounded = stages.some((stage) => '$limit' in stage || '$count' in stage);
  if (!isBounded)
    throw refuse(
      'aggregate without $limit',
      collection,
      `[${stages.map((stage) => Object.keys(stage).join()).join(', ')}]`,
    );
}

/** @throws DatabaseError for a write by filter beside an open transaction: the SDK sends it without the transaction */
export function refuseWriteBesideTransaction(collection: string, filter: Fields): never {
  throw refuse('where-write while this invocation has a transaction open', collection, shapeText(filter));
}

/**
 * @throws DatabaseError for a write that would wait for a transaction of its own invocation, until one of them times
 * out
 */
export function refuseSelfWait(collection: string): never {
  throw refuse('write beside a transaction of this invocation that holds the document', collection, '');
}
