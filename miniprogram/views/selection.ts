/** Several lines of a list at once (page/selection.ts), as they stand on the screen. */

/** A line that may be chosen. */
export interface Selectable {
  /** '' where it may not. */
  readonly selectId: string;
  /** What a failure calls it. */
  readonly selectName: string;
}

export interface SelectionFailure {
  readonly id: string;
  readonly name: string;
  readonly problem: string;
}
