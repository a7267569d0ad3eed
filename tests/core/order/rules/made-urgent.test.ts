/** What triage does to what an order brought with it: its time, its seats, its papers, what others read. */
import { waitingOf } from '../../../../cloudfunctions/core/order/rules/deadlines';
import { absorb, mayGoOnFor } from '../../../../cloudfunctions/core/order/rules/moves/merge';
import { decideCase } from '../../../../cloudfunctions/core/moderation/rules/decide-case';
import type { OrderCommand } from '../../../../cloudfunctions/core/order/rules/command';
import {
  after,
  after1,
  decline,
  deed,
  dispatchTo,
  fresh,
  hourMs,
  member,
  other,
  reclassifyTo,
  refusal,
  resident,
  secretary,
  wished,
  worker,
} from '../sample-orders';

const urgent = reclassifyTo({ urgent: true });
const ask: OrderCommand = { action: 'askRequester', words: '哪天在家' };
const answer: OrderCommand = { action: 'answerQuestion', words: '周六' };
const until = (order: Parameters<typeof waitingOf>[0]) => waitingOf(order)?.until;

describe('S2-11 what becomes urgent has an emergency’s time from then on', () => {
  test('before anybody was sent, also long after it was asked for: nobody is late by the triage', () => {
    const triaged = after1(fresh(), worker, urgent, after(5 * hourMs));
    expect(until(triaged)).toEqual(after(6 * hourMs));
    const late = after1(fresh(), worker, urgent, after(23.5 * hourMs));
    expect(until(late)).toEqual(after(24 * hourMs));
  });

  test('after a return: the time to accept ends two hours later, and never later than it did', () => {
    const back = after1(after1(fresh(), worker, dispatchTo(member), after(hourMs)), member, decline, after(2 * hourMs));
    expect(until(back)).toEqual(after(73 * hourMs));
    expect(until(after1(back, worker, urgent, after(3 * hourMs)))).toEqual(after(5 * hourMs));
    expect(until(after1(back, worker, urgent, after(72.5 * hourMs)))).toEqual(after(73 * hourMs));
  });

  test('while its requester is asked: no longer than an emergency waits, then the rest of that time', () => {
    const asked = after1(fresh(), worker, ask, after(hourMs));
    const triaged = after1(asked, worker, urgent, after(2 * hourMs));
    expect(waitingOf(triaged)).toMatchObject({ wait: 'reply', until: after(4 * hourMs) });
    const answered = after1(triaged, resident, answer, after(3 * hourMs));
    expect(until(answered)).toEqual(after(4 * hourMs));
  });

  test('what becomes an errand while its requester is asked is its head’s for a day from the question on', () => {
    const asked = after1(fresh(), worker, ask, after(hourMs));
    const errand = reclassifyTo({ key: 'schooling', kind: 'agency', head: { personId: 'head', name: '任福贵' } });
    const answered = after1(after1(asked, worker, errand, after(10 * hourMs)), resident, answer, after(20 * hourMs));
    expect(waitingOf(answered)).toMatchObject({ wait: 'vouching', until: after(44 * hourMs) });
  });
});

test('S2-11 what was for three is for one as a wish or an errand, and can be sent', () => {
  const offered = after1(fresh(), worker, { ...dispatchTo(member), capacity: 3 });
  const back = after1(offered, member, decline, after(hourMs));
  const wish = { valueYuan: 60, publicWords: '想要一副老花镜' };
  for (const to of [reclassifyTo({ key: 'wish', kind: 'wish', wish }), reclassifyTo({ kind: 'agency' })]) {
    const turned = after1(back, worker, to, after(2 * hourMs));
    expect(turned.capacity).toBe(1);
    expect(refusal(turned, worker, dispatchTo(other), after(2 * hourMs))).toBe('allowed');
  }
});

test('papers that are there stay so where the other matter needs them, and no others', () => {
  const at = after(hourMs);
  const noted = { done: true, at, by: { personId: 'resident', name: '王秀英' }, hat: 'resident' as const };
  const schooling = fresh({ category: 'schooling' });
  const ticked = {
    ...schooling,
    checklist: ['户口本', '居住证', '疫苗本'],
    ticks: [0, 2].map((paper) => ({ ...noted, paper })),
  };
  const category = { ...reclassifyTo({ key: 'birth-registration' }).category, checklist: ['结婚证', '户口本'] };
  const turned = after1(ticked, worker, { ...reclassifyTo({ kind: 'agency' }), category }, at);
  expect(turned.ticks).toEqual([{ ...noted, paper: 1 }]);
});

test('a decision about a wish’s words says nothing of other words', () => {
  const asked = wished();
  const request = { requestKey: 'r', inputHash: '' };
  const act = {
    act: 'hide',
    at: after(hourMs),
    by: secretary,
    hat: 'secretary',
    reason: 'personal-data',
    words: null,
    request,
  } as const;
  const hidden = decideCase(asked, { part: 'publicWords', authorId: 'worker' }, act);
  if (!hidden.ok) throw new Error(hidden.code);
  const order = { ...asked, cases: hidden.data };
  const again = (publicWords: string) =>
    reclassifyTo({ key: 'wish', kind: 'wish', wish: { ...asked.wish!, publicWords } });
  const kept = after1(order, worker, again(asked.wish!.publicWords), after(2 * hourMs));
  const other2 = after1(order, worker, again('想要一副新的老花镜'), after(2 * hourMs));
  expect([kept.cases?.length, other2.cases?.length]).toEqual([1, 0]);
});

describe('what is merged', () => {
  const someone = (order = fresh(), personId = 'another') => ({
    ...order,
    _id: 'o2',
    requester: { ...order.requester, personId },
  });

  test('a paper and a wish go on for their own requester alone', () => {
    expect(mayGoOnFor(fresh(), someone())).toBe(true);
    for (const kind of ['agency', 'wish'] as const) {
      const own = { ...fresh(), kind };
      expect([
        mayGoOnFor(own, someone()),
        mayGoOnFor(fresh(), someone(own)),
        mayGoOnFor(own, { ...own, _id: 'o2' }),
      ]).toEqual([false, false, true]);
    }
  });

  test('what was urgent stays so in the other order, with an emergency’s time while nobody is at it', () => {
    const emergency = someone(fresh({ category: 'emergency' }));
    const plain = after1(fresh(), worker, dispatchTo(member), after(hourMs));
    const followed = absorb(plain, emergency, deed(plain, worker, after(2 * hourMs)));
    expect(followed).toMatchObject({ urgent: true, acceptBy: after(4 * hourMs) });
    expect(absorb(emergency, plain, deed(emergency, worker, after(2 * hourMs))).urgent).toBe(true);
    expect(absorb(plain, someone(), deed(plain, worker, after(2 * hourMs)))).toMatchObject({
      urgent: false,
      acceptBy: plain.acceptBy,
    });
  });
});
