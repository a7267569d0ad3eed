import { isFields } from '../values/value';
import { refused, type Operator } from './expression';
import { nullable, taking } from './forms';
import { kindOf } from './kinds';

/** Operators over sub-documents and kinds of values. */
export const objects: Readonly<Record<string, Operator>> = {
  $objectToArray: nullable(1, ([value], name) => {
    if (!isFields(value)) throw refused(name, `requires a document input, found: ${kindOf(value)}`);
    return Object.entries(value).map(([k, v]) => ({ k, v }));
  }),
  $type: taking(1, ([value]) => kindOf(value)),
  $meta: () => () => {
    throw refused('query requires text score metadata,', 'but it is not available');
  },
};
