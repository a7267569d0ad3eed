/** The slip of a month: what it says beside the figures. */
import type { PassbookView, SlipView } from '../../../contracts/passbook';
import { pointsText, signedPoints, unitName } from '../../../text/passbook/points';

/** `2026 年 11 月` */
export function monthTitle(month: string): string {
  return `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`;
}

export function slipOwner({ name, unit }: Pick<SlipView, 'name' | 'unit'>): string {
  return `${name}\u00a0· ${unitName(unit)}分`;
}

/** `第 41 笔，+3 分，余 186` */
export function slipLineSums({ sequence, points, balance }: Omit<SlipView['lines'][number], 'at' | 'entryId'>): string {
  return `第 ${sequence} 笔，${signedPoints(points)} 分，余 ${pointsText(balance)}`;
}

/** The newest line up to the month's end. */
export function headLine(sequence: number): string {
  return sequence === 0 ? '还没有记过账' : `到第 ${sequence} 笔`;
}

/** Which night sealed it: `2026-11-15` is the day that ended with it. */
export function anchorLine({ sequence, anchor }: Pick<SlipView, 'sequence' | 'anchor'>): string {
  if (anchor !== undefined) return `${anchor.day} 封存`;
  return sequence === 0 ? '' : '今晚封存';
}

export const unsignedLine = '这里不签名';

/** A line that this phone saw otherwise; '' where all is as it was. */
export function contradictionLine(contradiction: PassbookView['broken']): string {
  if (contradiction === undefined) return '';
  const { sequence, why } = contradiction;
  return `和这台手机上次看到的不一样：第 ${sequence} 笔${why === 'shrunk' ? '起没有了' : ''}。请拿给支部和督查看。`;
}
