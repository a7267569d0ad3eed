import type { Result } from '../../platform/result';

/** The data of a result that only the cloud's business refuses. */
export function orThrow<T>(result: Result<T>, what: string): T {
  if (!result.ok) throw new Error(`${what}: ${result.code}`);
  return result.data;
}
