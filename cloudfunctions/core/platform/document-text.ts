/** Documents as text that loses nothing: moments keep their kind, and the order of fields stays. */

const momentKey = '$date';

function isMoment(value: unknown): value is { readonly [momentKey]: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 1 &&
    momentKey in value &&
    typeof value[momentKey] === 'string'
  );
}

/** Moments stand as `{"$date":"2026-11-28T01:00:00.000Z"}`; JSON alone would turn them into texts for good. */
export function documentText(document: unknown): string {
  return JSON.stringify(document, function write(this: Record<string, unknown>, key: string, value: unknown): unknown {
    const original = this[key];
    return original instanceof Date ? { [momentKey]: original.toISOString() } : value;
  });
}

/** @throws SyntaxError for what is no JSON */
export function documentOf(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) => (isMoment(value) ? new Date(value[momentKey]) : value));
}
