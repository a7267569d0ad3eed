/**
 * What there is to say, side by side: `柳巷 12 号院 · 独居老人`. Parts that are missing or '' leave no gap. The space
 * before a dot does not break: a dot ends a line and begins none.
 */
export function joinParts(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\u00a0· ');
}
