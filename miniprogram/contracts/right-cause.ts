/** What a line of an activity may be put right to: another of these, in one act with its undo. */
export const rightCauses = ['attended', 'absent', 'organised', 'guided'] as const;
export type RightCause = (typeof rightCauses)[number];

/** What a line may be put right to; nothing where it is not an activity's. */
export function rightsOf(cause: string): readonly RightCause[] {
  const own = rightCauses.find((one) => one === cause);
  return own === undefined ? [] : rightCauses.filter((one) => one !== own);
}
