/** The star of service: who is chosen among, by which rule, and who it is. */
import type { FinalistView, StarExclusion, StarInputView, StarView } from '../../../contracts/star';
import { dayTime } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import { periodTitle } from './periods';

export function starTitle({ month }: Pick<StarView, 'month'>): string {
  return `${periodTitle(month)}服务之星`;
}

export function starState({ state, votingUntil = '', winners }: StarView): string {
  if (state === 'voting') return `投票到 ${dayTime(votingUntil)}为止。`;
  if (state === 'counting') return '投票结束了，等书记计票。';
  return winners.length > 0 ? `是${winners.join('、')}。` : '没有人投票，这个月不评。';
}

export function starRule({ finalistsWanted = 0 }: StarView): string {
  return [
    `那个月帮的户数最多的 ${finalistsWanted} 位（并列的都算），由那个月有单子办结的居民投，一人一票。`,
    '给自己、自己家办的不算，自己点头的不算，定结果的人不参评也不投票。票最多的就是，票数一样看户数。',
  ].join('');
}

export function finalistLine({ households, votes, key }: FinalistView): string {
  return joinParts(`帮了 ${households} 户`, votes === undefined ? '' : `${votes} 票`, `代号 ${key}`);
}

export const votedResult = '投好了，到截止前还能改';
export const decidedResult = '计好票了';

const exclusions: Readonly<Record<StarExclusion, string>> = {
  self: '给自己办的',
  household: '给自己家办的',
  closer: '自己点的头',
  decider: '定结果的人',
  optedOut: '本人不参评',
};

export function inputLine({ to, from, excluded }: StarInputView, of: 'services' | 'votes'): string {
  const fact = of === 'services' ? `${to} 帮了 ${from}` : `${from} 投给 ${to}`;
  return joinParts(fact, excluded ? `不算：${exclusions[excluded]}` : '');
}

export const inputChoices = [
  { value: 'services', text: '办的单' },
  { value: 'votes', text: '投的票' },
] as const;
