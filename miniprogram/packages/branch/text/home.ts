import type { PointUnit } from '../../../contracts/passbook';
import { unitName } from '../../../text/passbook/points';

/** Beside the balance of the reader's own book. */
export function ownBookLine(unit: PointUnit): string {
  return `${unitName(unit)}分余额`;
}
