/** What a line of an activity may be put right to: another of these, in one act with its undo. */
export const rightCauses = ['attended', 'absent', 'organised', 'guided'] as const;
export type RightCause = (typeof rightCauses)[number];

/**
 * What a line may be put right to; nothing where it is not an activity's. What was put right once may be so again: it
 * does not say by which of these it stands.
 */
export function rightsOf(cause: string): readonly RightCause[] {
  if (cause === 'correction') return rightCauses;
  const own = rightCauses.find((one) => one === cause);
  return own === undefined ? [] : rightCauses.filter((one) => one !== own);
}

/** What was chosen to stand in a line's place; undefined where it is undone alone. */
export function rightChosen(choice: string): RightCause | undefined {
  return rightCauses.find((one) => one === choice);
}
