import type { WaitingLines } from '../../contracts/passbook';

/** The row that leads to the entries that wait for somebody of the branch. */
export function waitingLine({ contests, reversals }: WaitingLines): string {
  return (
    [contests > 0 ? `${contests} 笔有异议，等回话` : '', reversals > 0 ? `${reversals} 笔等第二个人签字` : '']
      .filter(Boolean)
      .join('；') || '没有要看的'
  );
}
