import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import type { Reversal } from '../../../cloudfunctions/core/passbook/disputes/reversal';
import type { DemoCommunity } from '../communities/community-builder';
import type { PassbookBuilder } from './passbook-builder';
import { after, dayMs } from './time';

/**
 * What happens to lines later: two people reversed one, another reversal waits for its second person, one objection
 * waits for an answer and one was answered.
 */
export function simulateDisputes(
  community: DemoCommunity,
  passbooks: PassbookBuilder,
  entries: readonly Entry[],
  now: Date,
): Reversal[] {
  const { all: people } = community.people;
  const organization = entries.filter(({ unit }) => unit === 'organization');
  const [first, second] = people
    .filter(({ memberClass }) => memberClass === 'committee')
    .map(({ personId, name }) => ({ personId, name }));
  const known = people.find(({ openid }) => openid === 'branch-li');
  const own = organization.filter(({ personId }) => personId === known?.personId);
  const absences = own.filter(({ cause }) => cause === 'absent');
  const contested = absences.at(-1);
  const upheld = absences.at(-2);
  const doubled = own.filter(({ cause }) => cause === 'attended').at(-3);
  const others = organization.filter(
    ({ personId, cause }) =>
      cause === 'absent' && ![known?.personId, first?.personId, second?.personId].includes(personId),
  );
  const waiting = others.at(-1);
  if (first === undefined || second === undefined || doubled === undefined || waiting === undefined) return [];
  const at = (days: number): Date => after(now, -days * dayMs);
  return [
    ...(upheld === undefined
      ? []
      : [
          passbooks.uphold(upheld, '我到了，坐在最后一排', {
            words: '签到册上没有您的名字，也没人看见',
            by: second,
            at: at(6),
          }),
        ]),
    ...(contested === undefined ? [] : [passbooks.contest(contested, '那天我在医院陪床，给组长打过电话', at(2))]),
    passbooks.reverse(doubled, '重复记分', { first, second, at: at(1) }),
    passbooks.propose(waiting, '请过假，登记时漏了', first, at(1)),
  ];
}
