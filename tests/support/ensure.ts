/**
 * What must hold, in a test that asks ten thousand times: `expect` takes a quarter of such a test's time.
 * @throws Error that says what does not hold
 */
export function ensure(holds: boolean, what: string): void {
  if (!holds) throw new Error(`does not hold: ${what}`);
}

/** The same of a value that must be another. @throws Error with both */
export function ensureSame(found: number | string | boolean, wanted: number | string | boolean, what: string): void {
  if (found !== wanted) throw new Error(`${what}: ${String(found)} instead of ${String(wanted)}`);
}
