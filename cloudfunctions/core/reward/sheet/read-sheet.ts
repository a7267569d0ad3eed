import { limits } from '../../../../miniprogram/contracts/limits';
import type { SheetView } from '../../../../miniprogram/contracts/reward';
import type { Services } from '../../platform/context';
import { monthText } from '../../time/shanghai';
import { goods } from '../good';
import { sheetView } from '../rules/sheet';
import { pointSheetIdOf, pointSheets } from './point-sheet';

/**
 * A community's month as everybody may read it. Two reads.
 *
 * @param asked `2026-11`; the current month where it is absent
 */
export async function readSheet(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  communityId: string,
  asked?: string,
): Promise<SheetView> {
  const today = monthText(clock.now());
  const month = asked ?? today;
  const [found, points] = await Promise.all([
    database.find(goods, { where: { communityId, _id: { gt: '' } }, sort: { _id: 'asc' }, limit: limits.goods }),
    database.get(pointSheets, pointSheetIdOf(communityId, month)),
  ]);
  return sheetView(found, points, { month, today });
}
