import type { PointUnit, ReversalView, WaitingLines } from '../contracts/passbook';
import { lineDay, signed, sum, unitName, what } from './passbook';

export interface ReversalRow {
  readonly reversalId: string;
  readonly entryId: string;
  readonly personId: string;
  readonly unit: PointUnit;
  readonly title: string;
  /** The line itself: when, how much, and what it left. */
  readonly line: string;
  readonly points: string;
  /** The owner's objection. */
  readonly contest: string;
  /** Why it is to be undone, and who says so. */
  readonly proposal: string;
  /** Why the reader may do nothing here. */
  readonly barred: string;
  readonly mayPropose: boolean;
  readonly mayUphold: boolean;
  readonly maySign: boolean;
  /** What signing does, said before it is done. */
  readonly signing: string;
}

const barredBy = { book: '这是您自己本上的，得换一个人来看。', proposal: '您提的，得换一个人来签。' } as const;

export function reversalRow(view: ReversalView, nowMs: number): ReversalRow {
  const { reversalId, entryId, personId, personName, unit, mayPropose, mayUphold, maySign } = view;
  const undone = signed(-view.points);
  return {
    reversalId,
    entryId,
    personId,
    unit,
    mayPropose,
    mayUphold,
    maySign,
    title: `${personName} · ${what(view)}`,
    line: `${unitName(unit)}分 ${lineDay(view.at, nowMs)} 一笔，记完余 ${sum(view.balance)}`,
    points: signed(view.points),
    contest: view.contest === undefined ? '' : `${personName}提了异议：${view.contest}`,
    proposal: view.proposedBy === undefined ? '' : `${view.proposedBy}提请冲正：${view.reason ?? ''}`,
    barred: view.mine === undefined ? '' : barredBy[view.mine],
    signing: `签了字，${personName}的存折就再记一笔 ${undone} 分，不能收回。`,
  };
}

/** What signing came to. */
export const signedLine = (agreed: boolean): string => (agreed ? '冲正好了' : '没冲，这一笔照旧');

export interface Waiting {
  readonly count: number;
  readonly line: string;
}

/** The row that leads to the lines that wait. */
export function waiting({ contests, reversals }: WaitingLines): Waiting {
  const parts = [
    contests > 0 ? `${contests} 笔有异议，等回话` : '',
    reversals > 0 ? `${reversals} 笔等第二个人签字` : '',
  ].filter(Boolean);
  return { count: contests + reversals, line: parts.join('；') || '没有要看的' };
}
