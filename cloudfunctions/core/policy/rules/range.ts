import type { PolicyRange } from '../../../../miniprogram/contracts/policy';
import { isBranch, valueAt } from './tree';

/**
 * How far a setting may go, read out of the schema that checks it, so that what is shown is what holds. Pure.
 * @param schema of the whole policy
 */
export function rangeAt(schema: unknown, path: string): PolicyRange {
  return rangeOf(path.split('.').reduce<unknown>((found, key) => entryOf(found, key), schema));
}

/** The schema of an object's key; a piped schema carries the entries of its first part. */
function entryOf(schema: unknown, key: string): unknown {
  return valueAt(valueAt(unwrapped(schema), 'entries'), key);
}

function unwrapped(schema: unknown): unknown {
  const inner = valueAt(schema, 'wrapped');
  return inner === undefined ? schema : inner;
}

function rangeOf(found: unknown): PolicyRange {
  const schema = unwrapped(found);
  if (valueAt(schema, 'type') === 'array') return rangeOf(valueAt(schema, 'item'));
  const options = valueAt(schema, 'options');
  const min = requirementOf(schema, 'min_value');
  const max = requirementOf(schema, 'max_value');
  const maxLength = requirementOf(schema, 'max_length');
  return {
    ...(typeof min === 'number' && { min }),
    ...(typeof max === 'number' && { max }),
    ...(requirementOf(schema, 'integer') !== undefined && { isWhole: true }),
    ...(valueAt(schema, 'type') === 'string' && typeof maxLength === 'number' && { maxLength }),
    ...(Array.isArray(options) && { options: options.filter((option) => typeof option === 'string') }),
  };
}

function requirementOf(schema: unknown, type: string): unknown {
  const pipe = valueAt(schema, 'pipe');
  const steps: readonly unknown[] = Array.isArray(pipe) ? pipe : [];
  const step = steps.find((one) => isBranch(one) && valueAt(one, 'type') === type);
  return step === undefined ? undefined : valueAt(step, 'requirement');
}
