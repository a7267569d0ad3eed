import type { Asked } from '../core/publication/answer';

/** A request as CloudBase's HTTP access hands it to a function; undefined for whatever is no reading. */
export function readHttpEvent(event: unknown): Asked | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(event));
  const path = fields.get('path');
  if (fields.get('httpMethod') !== 'GET' || typeof path !== 'string') return undefined;
  const given: unknown = fields.get('queryStringParameters');
  const parameters = typeof given === 'object' && given !== null ? Object.entries(given) : [];
  const query = parameters.flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return { path, query: Object.fromEntries(query) };
}
