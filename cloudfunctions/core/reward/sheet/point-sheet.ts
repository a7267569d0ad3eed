import type { PointUnit } from '../../../../miniprogram/contracts/passbook';
import { collection } from '../../platform/database';

/**
 * The points of one unit in a community's month, counted from the ledger by `jobs` so that no reader counts lines.
 * `_id` is `pointSheetIdOf`.
 */
export interface PointSheet {
  readonly _id: string;
  readonly communityId: string;
  /** `2026-11` */
  readonly month: string;
  /** Absent for courtyard points. */
  readonly unit?: PointUnit;
  /** Points that people were given, and those that were taken back by undoing awards. */
  readonly given: number;
  readonly undone: number;
  readonly countedAt: Date;
}

export const pointSheets = collection<PointSheet>('pointSheets');

/** `<communityId>:<month>` for courtyard points, with the unit behind it for the others. */
export function pointSheetIdOf(communityId: string, month: string, unit: PointUnit = 'courtyard'): string {
  return unit === 'courtyard' ? `${communityId}:${month}` : `${communityId}:${month}:${unit}`;
}
