import { accumulatingExpressions } from './accumulators';
import { arithmetic } from './arithmetic';
import { arrays } from './array';
import { conversions } from './conversion';
import { dates } from './dates';
import type { Operator } from './expression';
import { logic } from './logic';
import { objects } from './object';
import { searches } from './search';
import { sets } from './set';
import { texts } from './text';
import { trigonometry } from './trigonometry';
import { variables } from './variables';

/**
 * Every operator that the cloud's documentation lists, and those of MongoDB's reference beside them that this database
 * evaluates itself, by name. Each file says its operators' forms, and what null, a missing field and another kind do.
 */
export const operators: Readonly<Record<string, Operator>> = {
  ...accumulatingExpressions,
  ...arithmetic,
  ...arrays,
  ...conversions,
  ...dates,
  ...logic,
  ...objects,
  ...searches,
  ...sets,
  ...texts,
  ...trigonometry,
  ...variables,
};
