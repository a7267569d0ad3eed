import { isFields, type Fields, type Value } from '../database/values/value';

/** What a query demands of one path beside equality. */
export interface Demand {
  readonly operator: '$gt' | '$gte' | '$lt' | '$lte' | '$ne' | '$nin' | '$all';
  readonly value: Value;
}

/** One way in which a document can fit a query: values that are certain, and what else is demanded. */
export interface Branch {
  readonly values: ReadonlyMap<string, Value>;
  readonly demands: ReadonlyMap<string, readonly Demand[]>;
}

/** More ways than that are not told apart: their values then count as unknown, which refuses rather than lets pass. */
const maxBranches = 200;
const nothing: Branch = { values: new Map(), demands: new Map() };
const demanded = new Set(['$gt', '$gte', '$lt', '$lte', '$ne', '$nin', '$all']);
const isDemand = (name: string): name is Demand['operator'] => demanded.has(name);

/**
 * The ways in which a document can fit a query. Conditions that are not understood are left out: a way then stands for
 * more documents than the query finds, never for fewer.
 */
export function branchesOf(query: Fields): Branch[] {
  return Object.entries(query).reduce<Branch[]>(
    (branches, [name, condition]) => {
      if (name === '$and') return listOf(condition).reduce((all, part) => product(all, branchesOf(part)), branches);
      if (name === '$or') return product(branches, listOf(condition).flatMap(branchesOf));
      return name.startsWith('$') ? branches : product(branches, waysOf(name, condition));
    },
    [nothing],
  );
}

const listOf = (condition: Value): Fields[] => (Array.isArray(condition) ? condition.filter(isFields) : []);

function waysOf(path: string, condition: Value): Branch[] {
  if (condition instanceof RegExp) return [nothing];
  const isPlain = !isFields(condition) || !Object.keys(condition).some((name) => name.startsWith('$'));
  if (isPlain) return [valueAt(path, condition)];
  return Object.entries(condition).reduce<Branch[]>(
    (ways, [operator, value]) => {
      if (operator === '$eq') return product(ways, [valueAt(path, value)]);
      if (operator === '$in' && Array.isArray(value))
        return product(
          ways,
          value.map((item) => valueAt(path, item)),
        );
      if (!isDemand(operator)) return ways;
      return product(ways, [{ values: new Map(), demands: new Map([[path, [{ operator, value }]]]) }]);
    },
    [nothing],
  );
}

const valueAt = (path: string, value: Value): Branch => ({ values: new Map([[path, value]]), demands: new Map() });

function product(left: Branch[], right: Branch[]): Branch[] {
  if (left.length * right.length > maxBranches) return left;
  return left.flatMap((one) => right.map((other) => both(one, other)));
}

function both(one: Branch, other: Branch): Branch {
  const demands = new Map(one.demands);
  for (const [path, list] of other.demands) demands.set(path, [...(demands.get(path) ?? []), ...list]);
  // two values for one path: no document fits (or an array does); either is as good
  return { values: new Map([...one.values, ...other.values]), demands };
}
