import { requestFailed } from '../errors';
import { readRegion } from '../geo/region';
import type { PredicateMaker } from './predicate';

const test =
  (operator: '$geoWithin' | '$geoIntersects'): PredicateMaker =>
  (argument) => {
    const region = readRegion(operator, argument);
    return ({ whole }) => whole.some((value) => value !== undefined && region.accepts(value));
  };

/** Operators on places; `$near` orders and is taken out of a filter before the filter is used. */
export const geoPredicates: Readonly<Record<string, PredicateMaker>> = {
  $geoWithin: test('$geoWithin'),
  $within: test('$geoWithin'),
  $geoIntersects: test('$geoIntersects'),
  $near: () => {
    throw requestFailed('$near is only allowed at the top level of a query');
  },
  $nearSphere: () => {
    throw requestFailed('$nearSphere is only allowed at the top level of a query');
  },
};
