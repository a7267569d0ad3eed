import { collection } from '../../platform/database';

/**
 * The courtyard points of a community's month, counted from the ledger by `jobs` so that no reader counts lines. `_id`
 * is `<communityId>:<month>`.
 */
export interface PointSheet {
  readonly _id: string;
  readonly communityId: string;
  /** `2026-11` */
  readonly month: string;
  /** Points that heads were given, and those that were taken back by undoing awards. */
  readonly given: number;
  readonly undone: number;
  readonly countedAt: Date;
}

export const pointSheets = collection<PointSheet>('pointSheets');

export function pointSheetIdOf(communityId: string, month: string): string {
  return `${communityId}:${month}`;
}
