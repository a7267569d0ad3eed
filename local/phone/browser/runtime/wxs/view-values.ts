/**
 * How WeChat's old framework evaluates what stands in a template. Only WXS has functions there: one of data is empty,
 * and an error leaves the one spot empty in which it happens. WXS gets copies of a page's data, since the two run in
 * different threads on a phone.
 */

const wxsFunctions = new WeakSet<object>();

/** Marks the functions of a value that comes out of WXS. */
export function markWxsFunctions(value: unknown, depth = 3): void {
  if (typeof value === 'function') wxsFunctions.add(value);
  else if (typeof value === 'object' && value !== null && depth > 0)
    for (const child of Object.values(value)) markWxsFunctions(child, depth - 1);
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, copyOf(child)]));
}

const empty = (): undefined => undefined;

/** Replaces P of compiled templates: what is called there. */
export function calledFromTemplate(value: unknown): (...values: unknown[]) => unknown {
  if (typeof value !== 'function' || !wxsFunctions.has(value)) return empty;
  return (...values) => {
    try {
      const result: unknown = Reflect.apply(value, undefined, values.map(copyOf));
      // what crosses over to a template has no functions of its own
      return typeof result === 'function' ? null : result;
    } catch (error) {
      console.error(error);
      return undefined;
    }
  };
}

/** Replaces Y of compiled templates: the text of a value. Null is the word, a function of WXS names its type. */
export function textInTemplate(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'function') return wxsFunctions.has(value) ? '[function Function]' : '';
  return String(value);
}
