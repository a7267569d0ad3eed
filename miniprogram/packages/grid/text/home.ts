import { maxMoveCount } from '../../../contracts/home';

/** What leads to who moves in and out: how many wait, to whoever decides on them. */
export function waitingMoves(waiting: number | undefined): { line: string; count: string } {
  if (waiting === undefined) return { line: '登记谁搬来、搬走', count: '' };
  if (waiting === 0) return { line: '没有等着看的', count: '' };
  return { line: '等您看过', count: waiting >= maxMoveCount ? `${waiting}+` : String(waiting) };
}

/** What leads to whom to ring because no message reaches them. */
export function waitingNews(waiting: number): { line: string; count: string } {
  if (waiting === 0) return { line: '没有等着听消息的', count: '' };
  return { line: '没有微信的，等您打电话', count: waiting >= maxMoveCount ? `${waiting}+` : String(waiting) };
}
