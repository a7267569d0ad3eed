import { requestFailed } from '../errors';
import { compareValues } from '../values/compare';
import { isFields, type Fields, type Value } from '../values/value';

/**
 * The stage `$bucket` as the stages that it stands for: each bucket begins at its boundary and ends before the next
 * one.
 * @throws DatabaseError for boundaries that do not ascend
 */
export function bucketStages(argument: Value): Fields[] {
  if (!isFields(argument)) throw requestFailed('Argument to $bucket stage must be an object');
  const { groupBy, boundaries, output = { count: { $sum: 1 } } } = argument;
  if (groupBy === undefined || !Array.isArray(boundaries) || boundaries.length < 2)
    throw requestFailed("$bucket requires 'groupBy' and at least two 'boundaries'");
  const ascends = boundaries.every((boundary, at) => at === 0 || compareValues(boundaries[at - 1], boundary) < 0);
  if (!ascends || !isFields(output))
    throw requestFailed("The 'boundaries' option to $bucket must be sorted in ascending order");
  const branches = boundaries.slice(1).map((high, at): Fields => {
    const low = boundaries[at] ?? null;
    return {
      case: { $and: [{ $gte: [groupBy, { $literal: low }] }, { $lt: [groupBy, { $literal: high }] }] },
      then: { $literal: low },
    };
  });
  const fallback = argument['default'];
  const chosen: Fields = fallback === undefined ? { branches } : { branches, default: { $literal: fallback } };
  return [{ $group: { _id: { $switch: chosen }, ...output } }, { $sort: { _id: 1 } }];
}
