/** What others would read waits for a person, and that wait has a clock, whatever became of the order. */
import { appealCase, decideCase, withDoubts } from '../../../../cloudfunctions/core/moderation/rules/decide-case';
import { caseOf, type CaseAct } from '../../../../cloudfunctions/core/moderation/rules/case';
import { withIndexFields } from '../../../../cloudfunctions/core/order/document/index-fields';
import type { Order, Party } from '../../../../cloudfunctions/core/order/document/order';
import { withDecidersTold } from '../../../../cloudfunctions/core/order/flow/tell-deciders';
import { decisionClocks } from '../../../../cloudfunctions/core/order/migrations/order-8';
import { appealClocks } from '../../../../cloudfunctions/core/order/migrations/order-9';
import { hasLateDecision, nextDecisionTelling } from '../../../../cloudfunctions/core/order/rules/decision-clock';
import { mayJudge } from '../../../../cloudfunctions/core/order/rules/judges';
import { visibilityOf } from '../../../../cloudfunctions/core/order/rules/visibility';
import { nextDeadline } from '../../../../cloudfunctions/core/order/rules/deadlines';
import {
  after,
  dispatchTo,
  fresh,
  hourMs,
  inStatus,
  leader,
  member,
  refusal,
  secretary,
  wished,
  worker,
} from '../sample-orders';

const words = { part: 'words', authorId: 'resident' };
const party = (personId: string): Party => ({ personId, name: personId, phone: '1', openid: `o-${personId}` });
const doubted = (order: Order = fresh(), at = after(0)): Order =>
  withIndexFields({ ...order, ...withDoubts(order, [words], at) });
const act = <Act extends CaseAct['act']>(said: Act, by: { personId: string; name: string }, at: Date) => ({
  ...{ act: said, at, by, hat: 'secretary' as const, reason: null, words: null },
  request: { requestKey: `r-${said}-${at.getTime()}`, inputHash: '' },
});
/** Whom the clock tells of it until nobody is left, and when. */
function tellings(from: Order): readonly [string, string | undefined, number][] {
  const found: [string, string | undefined, number][] = [];
  for (let order = from, next = nextDecisionTelling(order); next; next = nextDecisionTelling(order)) {
    const { order: told, messages } = withDecidersTold(order, next, next.at);
    found.push([
      messages[0]?.content.kind ?? '',
      messages[0]?.personIds[0],
      (next.at.getTime() - after(0).getTime()) / hourMs,
    ]);
    expect([told.version, told.trail.length, told.revision]).toEqual([
      order.version,
      order.trail.length,
      order.revision + 1,
    ]);
    order = told;
  }
  return found;
}
const rounded = (order: Order) => tellings(order).map(([kind, who, hours]) => [kind, who, Math.round(hours)]);

test('the leader is warned at two thirds of a day and told at its end, the secretary four hours later', () => {
  expect(rounded(doubted())).toEqual([
    ['part-waiting', 'leader', 16],
    ['part-overdue', 'leader', 24],
    ['part-overdue', 'secretary', 28],
  ]);
  expect(rounded(doubted({ ...fresh(), leader: null }))).toEqual([
    ['part-waiting', 'secretary', 16],
    ['part-overdue', 'secretary', 24],
    ['part-overdue', 'secretary', 28],
  ]);
});

test('of an emergency within the hours that there are to accept it; a community decides how long', () => {
  expect(rounded(doubted(fresh({ category: 'emergency' }))).map(([, , hours]) => hours)).toEqual([1, 2, 3]);
  expect(rounded(doubted(fresh({ policy: { moderateWithinHours: 6 } }))).map(([, , hours]) => hours)).toEqual([
    4, 6, 10,
  ]);
});

test('a closed order waits like an open one; its own clock comes first where it is earlier', () => {
  const closed = inStatus('closed');
  const rating = { part: 'rating', authorId: 'resident' };
  const rated = { ...closed, rating: { ...closed.rating!, words: '疑似' } };
  const waiting = withIndexFields({ ...rated, ...withDoubts(rated, [rating], after(5 * hourMs)) });
  expect([closed.dueAt, waiting.dueAt]).toEqual([null, after(21 * hourMs)]);
  const open = doubted(fresh(), after(3 * hourMs));
  expect(open.dueAt).toEqual(nextDeadline(open)?.at);
});

test('an appeal begins it anew, and nobody is told who may not decide', () => {
  const hidden = decideCase(doubted(), words, act('hide', secretary, after(2 * hourMs)));
  if (!hidden.ok) throw new Error(hidden.code);
  const silent = withIndexFields({ ...doubted(), cases: hidden.data });
  expect([nextDecisionTelling(silent), hasLateDecision(silent, after(99 * hourMs))]).toEqual([null, false]);
  const appealed = appealCase({ cases: hidden.data }, 'words', act('appeal', party('resident'), after(8 * hourMs)));
  if (!appealed.ok) throw new Error(appealed.code);
  const again = withIndexFields({ ...silent, cases: appealed.data });
  expect(rounded(again)).toEqual([
    ['part-waiting', 'leader', 24],
    ['part-overdue', 'leader', 32],
    ['part-overdue', 'leader', 36],
  ]);
});

test('it is late once its time is over, until somebody decided', () => {
  const order = doubted();
  expect([after(24 * hourMs), after(24 * hourMs + 1)].map((now) => hasLateDecision(order, now))).toEqual([false, true]);
  const shown = decideCase(order, words, act('show', leader, after(30 * hourMs)));
  if (!shown.ok) throw new Error(shown.code);
  const decided = withIndexFields({ ...order, cases: shown.data });
  expect([hasLateDecision(decided, after(99 * hourMs)), caseOf(decided, 'words')?.state]).toEqual([false, 'shown']);
});

test('what waited before there was a clock gets one; what waits for nobody stays as it is', () => {
  const { dueAt, dueKey } = doubted(inStatus('closed'), after(4 * hourMs));
  const stored = { ...doubted(inStatus('closed'), after(4 * hourMs)), dueAt: null, dueKey: null };
  expect(decisionClocks.migrate(stored as never)).toMatchObject({ dueAt, dueKey });
  expect(decisionClocks.migrate(fresh() as never)).toEqual(fresh());
});

test('a wish whose words wait for a person goes into no pool, where nobody would read it', () => {
  const pooled = { ...dispatchTo(), pool: true };
  const asked = wished();
  const doubtful = { ...asked, ...withDoubts(asked, [{ part: 'publicWords', authorId: 'worker' }], after(0)) };
  expect(refusal(doubtful, worker, pooled)).toBe('WORDS_WITHHELD');
  expect(refusal(doubted(), worker, pooled)).toBe('allowed');
  expect([refusal(fresh(), worker, pooled), refusal(doubted(), worker, dispatchTo(member))]).toEqual([
    'allowed',
    'allowed',
  ]);
});

test('an appeal that waited before there was a clock gets one; what became private leaves the pool', () => {
  const hours = { from: after(hourMs), until: after(2 * hourMs) };
  const noShow = { personId: 'member', name: '张海涛', ...hours, at: after(4 * hourMs) };
  const closed = inStatus('closed');
  const appealed = withIndexFields({
    ...closed,
    noShows: [{ ...noShow, appeal: { words: '去了', at: after(5 * hourMs) } }],
  });
  expect(appealed.dueAt).toEqual(after(21 * hourMs));
  const { dueAt, dueKey } = appealed;
  expect(appealClocks.migrate({ ...appealed, dueAt: null, dueKey: null } as never)).toMatchObject({ dueAt, dueKey });
  const pooled = { ...fresh({ private: true }), status: 'dispatched', pool: true, claimable: true };
  expect(appealClocks.migrate(pooled as never)).toMatchObject({ status: 'submitted', pool: false, claimable: false });
  expect(appealClocks.migrate(fresh() as never)).toEqual(fresh());
});

describe('of a private order', () => {
  const secret = () => doubted(fresh({ private: true }));
  const committee = { ...leader, hat: 'committee' as const, personId: 'committee', path: 'cqt' };
  const hiddenBy = (order: Order) => {
    const hidden = decideCase(order, words, act('hide', secretary, after(hourMs)));
    if (!hidden.ok) throw new Error(hidden.code);
    const appealed = appealCase({ cases: hidden.data }, 'words', act('appeal', party('resident'), after(2 * hourMs)));
    if (!appealed.ok) throw new Error(appealed.code);
    return withIndexFields({ ...order, cases: appealed.data });
  };

  test('the secretary decides, and nobody is told who may not read it', () => {
    expect(rounded(secret()).map(([, who]) => who)).toEqual(['secretary', 'secretary', 'secretary']);
    expect([leader, committee, secretary].map((actor) => mayJudge(secret(), 'words', actor))).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('an appeal against the secretary is for the leader and the committee: that part, and no other', () => {
    const appealed = hiddenBy(secret());
    expect(rounded(appealed).map(([, who]) => who)).toEqual(['leader', 'leader', 'leader']);
    for (const actor of [leader, committee]) {
      expect([mayJudge(appealed, 'words', actor), mayJudge(appealed, 'photo:f', actor)]).toEqual([true, false]);
      expect(visibilityOf(appealed, actor)).toMatchObject({ content: false, requester: false });
    }
    expect(mayJudge(appealed, 'words', { ...leader, path: 'cqt/g9' })).toBe(false);
  });
});
