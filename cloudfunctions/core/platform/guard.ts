/**
 * Bounds that every event stays within, checked before anything else looks at it. The platform's own limit is 100 KB.
 */
const bounds = { textLength: 4_000, items: 120, keys: 40, depth: 6, parts: 2_000 };

/** Names that reach an object's prototype, or that JavaScript objects answer to without holding them. */
const inherited = new Set(['__proto__', 'constructor', 'prototype', ...Object.getOwnPropertyNames(Object.prototype)]);

/**
 * Finds the first part of an input that no endpoint takes: a text, list or object beyond all bounds, or a key of the
 * prototype. Its cost does not grow with the input's size: it stops at the bound.
 * @returns the path of that part (`photos.1`), or undefined when there is none
 */
export function findUnacceptable(input: unknown): string | undefined {
  const budget = { parts: bounds.parts };
  return inspect(input, [], budget);
}

function inspect(part: unknown, path: readonly string[], budget: { parts: number }): string | undefined {
  budget.parts -= 1;
  if (budget.parts < 0 || path.length > bounds.depth) return pathText(path);
  if (typeof part === 'string') return part.length > bounds.textLength ? pathText(path) : undefined;
  if (typeof part !== 'object' || part === null) return undefined;
  const entries = Object.entries(part);
  if (entries.length > (Array.isArray(part) ? bounds.items : bounds.keys)) return pathText(path);
  for (const [key, value] of entries) {
    const found = inherited.has(key) ? pathText([...path, key]) : inspect(value, [...path, key], budget);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Paths go back to the caller: a key that somebody made up is cut, so that a reply stays small. */
export function pathText(path: readonly string[]): string {
  return path.map((key) => key.slice(0, 40)).join('.');
}
