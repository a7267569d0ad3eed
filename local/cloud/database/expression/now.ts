import { isFields, type Fields, type Value } from '../values/value';

/** `$$NOW` is the cloud's clock, not the machine's. A literal keeps its text. */
export function withNow(value: Fields, now: Date): Fields {
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, name === '$literal' ? child : replaceNow(child, now)]),
  );
}

function replaceNow(value: Value, now: Date): Value {
  if (value === '$$NOW') return now;
  if (Array.isArray(value)) return value.map((item) => replaceNow(item, now));
  return isFields(value) ? withNow(value, now) : value;
}
