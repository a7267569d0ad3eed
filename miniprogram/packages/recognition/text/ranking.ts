/** The top of a ranking, and that it is the branch's own choice. */
import type { RankedView, RankingView } from '../../../contracts/recognition';
import { periodTitle } from './periods';

export function rankingTitle({ month }: RankingView): string {
  return month === undefined ? '还没有定下的考评' : `${periodTitle(month)}，记分最多的`;
}

export function rankedLine({ place, points }: RankedView): string {
  return `第 ${place}\u00a0· ${points} 分`;
}

export const hiddenResult = (hidden: boolean): string => (hidden ? '不显示您了' : '显示您了');
