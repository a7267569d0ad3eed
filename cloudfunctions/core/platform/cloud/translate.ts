import type { Change, Condition, NearCondition, Push, Query, Stored, Where } from '../database';
import { sdkPoint, type SdkCommand, type SdkPredicate } from './sdk';

/** Our conditions in the SDK's words. */
export function toFilter(command: SdkCommand, query: Pick<Query, 'where' | 'anyOf'>): object {
  const all = query.where ? toConditions(command, query.where) : {};
  if (!query.anyOf) return all;
  const any = command.or(query.anyOf.map((where) => toConditions(command, where)));
  return query.where ? command.and(all, any) : any;
}

export function toConditions(command: SdkCommand, where: Where): object {
  return Object.fromEntries(
    Object.entries(where).map(([field, condition]) => [field, toCondition(command, condition)]),
  );
}

function toCondition(command: SdkCommand, condition: Condition): unknown {
  if (typeof condition !== 'object' || condition === null || condition instanceof Date) return command.eq(condition);
  if ('oneOf' in condition) return command.in(condition.oneOf);
  if ('not' in condition) return command.neq(condition.not);
  if ('near' in condition) return nearCondition(command, condition);
  const bounds: SdkPredicate[] = [];
  if (condition.gte !== undefined) bounds.push(command.gte(condition.gte));
  if (condition.gt !== undefined) bounds.push(command.gt(condition.gt));
  if (condition.lte !== undefined) bounds.push(command.lte(condition.lte));
  if (condition.lt !== undefined) bounds.push(command.lt(condition.lt));
  if (bounds.length === 0) throw new TypeError('A range needs a bound.');
  return bounds.reduce((all, bound) => all.and(bound));
}

function nearCondition(command: SdkCommand, { near, minMetres = 0, maxMetres }: NearCondition): unknown {
  const [longitude, latitude] = near.coordinates;
  return command.geoNear({
    geometry: sdkPoint(longitude, latitude),
    minDistance: minMetres,
    maxDistance: maxMetres,
  });
}

/** Our change in the SDK's words. `_.set` keeps an object whole; without it the SDK would merge field by field. */
export function toUpdate<T extends Stored>(command: SdkCommand, change: Change<T>): object {
  const data: Record<string, object> = {};
  for (const [field, value] of Object.entries(change.set ?? {})) data[field] = command.set(value);
  for (const field of change.unset ?? []) data[String(field)] = command.remove();
  for (const [field, by] of Object.entries(change.increment ?? {})) data[field] = command.inc(by);
  for (const [field, push] of Object.entries<Push | undefined>(change.push ?? {})) {
    if (push)
      data[field] = command.push({
        each: push.values,
        ...(push.sortBy !== undefined && { sort: { [push.sortBy]: 1 } }),
        ...(push.limit !== undefined && { slice: -push.limit }),
      });
  }
  return data;
}
