/** What there is to say, side by side: `柳巷 12 号院 · 独居老人`. Parts that are missing or '' leave no gap. */
export function joinParts(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

/** The same for what may take several lines: a dot stays at the end of a line and begins none. */
export function joinLine(...parts: readonly (string | undefined)[]): string {
  return joinParts(...parts).replace(/ ·/g, '\u00a0·');
}
