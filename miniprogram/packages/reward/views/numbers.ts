/** Numbers as people type them. */

/** A whole number from `least` on; undefined for anything else. */
export function countOf(typed: string, least: number): number | undefined {
  const text = typed.trim();
  if (!/^\d{1,6}$/.test(text)) return undefined;
  const count = Number(text);
  return count >= least ? count : undefined;
}

/** Money in whole cents: `192.5` is 19250; undefined for anything else. */
export function centsOf(typed: string): number | undefined {
  const found = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(typed.trim());
  if (found === null) return undefined;
  const [, whole = '', part = ''] = found;
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}
