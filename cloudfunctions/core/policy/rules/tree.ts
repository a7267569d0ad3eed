/** Values in a tree of objects, by their paths: `order.limits.reveals`. Pure. */

/** An object that holds further values, and no list. */
export function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at a path; undefined where it leads nowhere. */
export function valueAt(tree: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isBranch(value) ? ownValue(value, key) : undefined), tree);
}

function ownValue(branch: object, key: string): unknown {
  const value: unknown = Object.getOwnPropertyDescriptor(branch, key)?.value;
  return value;
}

/** The paths of everything that is no branch. */
export function leafPaths(tree: unknown, path = ''): readonly string[] {
  if (!isBranch(tree)) return [path];
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    leafPaths(value, path === '' ? key : `${path}.${key}`),
  );
}

/** One tree over another: branches are joined, everything else is replaced. */
export function mergeTrees(below: unknown, above: unknown): unknown {
  if (!isBranch(below) || !isBranch(above)) return above;
  const joined = Object.entries(above).map(([key, value]: [string, unknown]) => [
    key,
    mergeTrees(ownValue(below, key), value),
  ]);
  return { ...below, ...Object.fromEntries(joined) };
}
