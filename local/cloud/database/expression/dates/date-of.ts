import { ObjectId } from 'bson';
import type { Value } from '../../values/value';
import { refused } from '../expression';
import { kindOf } from '../kinds';

/** A date, or the moment that an id was made at. @throws DatabaseError for anything else */
export function dateOf(value: Value): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  throw refused("can't convert from", `BSON type ${kindOf(value)} to Date`);
}
