import { readFileSync } from 'node:fs';
import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import {
  causesWithoutWay,
  waysToPoints,
  type Attempt,
  type Way,
} from '../../../cloudfunctions/core/passbook/rules/ways-to-points';
import type { EndpointName, Input, Output } from '../../../miniprogram/contracts/api';
import type { Reply } from '../../../miniprogram/contracts/error';
import type { OrderView } from '../../../miniprogram/contracts/order';
import { entryCauses } from '../../../miniprogram/contracts/passbook';
import { waysByHand } from './by-hand-ways';
import { headDeeds } from './head-deeds';
import { securityFile, waysTable, withWays } from '../../../tools/ways-to-points';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

jest.setTimeout(120_000);

let cloud: ApiCloud;
/** Whoever called since it was last emptied. */
const callers = new Set<string>();

/** The worker belongs to the branch, so that their orders could earn, and heads a courtyard. */
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  const kinds = ['resident', 'branchMember'];
  const { hats } = cloud.storedOne<{ hats: object[] }>('logins', 'o_worker');
  const member = { key: 'member@qinghe', hat: 'member', placeId: 'qinghe', path: 'qinghe', placeName: '清河社区' };
  const courtyard = { placeId: 'qinghe_g1_c1', path: 'qinghe/qinghe_g1/qinghe_g1_s1/qinghe_g1_s1_l1/qinghe_g1_c1' };
  const head = { key: 'courtyardHead@qinghe_g1_c1', hat: 'courtyardHead', ...courtyard, placeName: '7 号院' };
  await cloud.change('people', 'p_worker', { kinds });
  await cloud.change('logins', 'o_worker', { kinds, hats: [...hats, member, head] });
});
afterAll(() => cloud.close());
beforeEach(async () => {
  callers.clear();
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});

type Said<Name extends EndpointName> = Omit<Input<Name>, 'requestId'>;
function tried<Name extends EndpointName>(openid: string, name: Name, said: Said<Name>): Promise<Reply<Output<Name>>> {
  callers.add(openid);
  return cloud.callAs(openid, name, { ...said, requestId: newRequest() } as unknown as Input<Name>);
}
async function made<Name extends EndpointName>(openid: string, name: Name, said: Said<Name>): Promise<Output<Name>> {
  const reply = await tried(openid, name, said);
  if (!reply.ok) throw new Error(`${name}: ${reply.code} ${reply.field ?? ''}`);
  return reply.data;
}
const answerOf = (reply: Reply<unknown>): string => (reply.ok ? 'allowed' : reply.code);
const gains = () => cloud.stored<Entry>('entries').filter(({ points }) => points > 0).length;
const ref = ({ orderId, version }: OrderView) => ({ orderId, version });

const asked = { category: 'repair', words: '水龙头漏水', when: 'any' } as const;
const order = (openid: string, more: Partial<Input<'order.create'>> = {}) =>
  made(openid, 'order.create', { ...asked, fileIds: [], placeId: 'qinghe_g1_c1', ...more });
const intake = (name: string, phone: string) =>
  made('o_worker', 'order.intake', { ...asked, name, phone, placeId: 'qinghe_g1_c1' });
const wear = (hat: string) => made('o_worker', 'person.switchHat', { hat });
/** The worker calls where a call comes first, sends themselves, goes in their member's hat, and says it is done. */
async function doneByWorker(one: OrderView): Promise<OrderView> {
  if (one.callFirst) await made('o_worker', 'order.recordCall', { ...ref(one), result: 'reached' });
  const dispatched = await made('o_worker', 'order.dispatch', { ...ref(one), memberIds: ['p_worker'] });
  await wear('member@qinghe');
  const accepted = await made('o_worker', 'order.accept', ref(dispatched));
  const evidence = { kind: 'phone', note: '修好了' } as const;
  const completed = await made('o_worker', 'order.complete', { ...ref(accepted), evidence });
  await wear('gridWorker@qinghe_g1');
  return completed;
}
const confirm = (openid: string, one: OrderView) => tried(openid, 'order.confirm', { ...ref(one), stars: 5, tags: [] });
/** Why a confirmation paid nothing, or its points. */
async function paidBy(openid: string, one: OrderView): Promise<string> {
  const reply = await confirm(openid, one);
  if (!reply.ok) return reply.code;
  return reply.data.awardRefused ?? String(reply.data.award?.points);
}
async function withLogin(openid: string, fields: object, run: () => Promise<string>): Promise<string> {
  const before = cloud.storedOne<Record<string, unknown>>('logins', openid);
  await cloud.change('logins', openid, fields);
  const answer = await run();
  await cloud.change('logins', openid, Object.fromEntries(Object.keys(fields).map((key) => [key, before[key]])));
  return answer;
}

const errand = { category: 'schooling', words: '孩子上学要什么材料' } as const;
/** On a day of its own: a day has room for so many orders of one person. */
async function residentsErrand(): Promise<OrderView> {
  await cloud.setClock('2026-11-25T10:00:00+08:00');
  return order('o_resident', errand);
}
const intakeErrand = (name: string, phone: string) =>
  made('o_worker', 'order.intake', { ...asked, ...errand, name, phone, placeId: 'qinghe_g1_c1' });
async function asHead<T>(run: () => Promise<T>): Promise<T> {
  await wear('courtyardHead@qinghe_g1_c1');
  try {
    return await run();
  } finally {
    await wear('gridWorker@qinghe_g1');
  }
}
/** The worker, who heads the courtyard too, vouches for an errand and does it; why it paid nothing, or what. */
async function vouchedBy(openid: string, one: OrderView): Promise<string> {
  if (one.callFirst) await made('o_worker', 'order.recordCall', { ...ref(one), result: 'reached' });
  const handed = await asHead(() => made('o_worker', 'order.accept', ref(one)));
  const accepted = await made('o_worker', 'order.accept', ref(handed));
  const evidence = { kind: 'phone', note: '办好了' } as const;
  const reply = await confirm(openid, await made('o_worker', 'order.complete', { ...ref(accepted), evidence }));
  if (!reply.ok) return reply.code;
  const { vouching } = cloud.storedOne<Order>('orders', one.orderId);
  if (!vouching) return 'nothing';
  return 'refused' in vouching.award ? vouching.award.refused : String(vouching.award.points);
}

const heads = headDeeds({ cloud: () => cloud, tried, made, asHead, withLogin });

let meetings = 0;
/** A meeting on a day of its own, entered by somebody. */
async function meeting(openid: string, startsAt?: string): Promise<string> {
  meetings += 1;
  const at = startsAt ?? `2026-11-${String(meetings).padStart(2, '0')}T09:00:00+08:00`;
  const plan = { title: '主题党日', kind: 'party-day', placeName: '活动室', startsAt: at } as const;
  return (await made(openid, 'activity.create', plan)).activityId;
}
const activityRef = (activityId: string) => ({
  activityId,
  version: cloud.storedOne<Activity>('activities', activityId).version,
});
const present = (openid: string, activityId: string) =>
  tried(openid, 'activity.mark', {
    activityId,
    marks: [{ personId: openid.replace('o_', 'p_'), state: 'present' }],
  });
const close = (openid: string, activityId: string) => made(openid, 'activity.close', activityRef(activityId));
const sign = (openid: string, activityId: string) =>
  tried(openid, 'activity.sign', { ...activityRef(activityId), agree: true });
async function alone(activityId: string): Promise<string> {
  await present('o_secretary', activityId);
  await close('o_secretary', activityId);
  return answerOf(await sign('o_secretary', activityId));
}
/** A deduction of somebody who was not there. */
async function deduction(): Promise<string> {
  const activityId = await meeting('o_secretary');
  await present('o_group', activityId);
  await close('o_group', activityId);
  await sign('o_committee', activityId);
  callers.clear();
  return `activity:${activityId}:p_leader`;
}
const propose = async (openid: string) =>
  (await made(openid, 'passbook.proposeReversal', { entryId: await deduction(), reason: '请过假' })).reversalId;
const signReversal = (openid: string, reversalId: string) =>
  tried(openid, 'passbook.signReversal', { reversalId, agree: true });

const byHand = waysByHand({ cloud: () => cloud, tried, made });

/** What one person can try. */
const attempts: Readonly<Record<Attempt, () => Promise<string>>> = {
  async ownOrder() {
    const own = await order('o_worker');
    return answerOf(await tried('o_worker', 'order.dispatch', { ...ref(own), memberIds: ['p_worker'] }));
  },
  secondAccountOwnNumber: () =>
    withLogin('o_resident', { phone: '164-0000-0009', phoneVerified: false }, async () =>
      paidBy('o_resident', await doneByWorker(await order('o_resident'))),
    ),
  secondAccountInventedNumber: () =>
    withLogin('o_resident', { phone: '13800000909', phoneVerified: false }, async () =>
      paidBy('o_resident', await doneByWorker(await order('o_resident'))),
    ),
  async ownHousehold() {
    const { home } = cloud.storedOne<{ home: object }>('people', 'p_resident');
    const before = cloud.storedOne<{ home: object }>('people', 'p_worker').home;
    await cloud.change('people', 'p_worker', { home });
    const answer = await paidBy('o_resident', await doneByWorker(await order('o_resident')));
    await cloud.change('people', 'p_worker', { home: before });
    return answer;
  },
  async ownPost() {
    // A private one is the grid worker's at once.
    const agency = await order('o_resident', { category: 'schooling', words: '孩子上学要什么材料', private: true });
    const accepted = await made('o_worker', 'order.accept', ref(agency));
    const evidence = { kind: 'phone', note: '办好了' } as const;
    return paidBy('o_resident', await made('o_worker', 'order.complete', { ...ref(accepted), evidence }));
  },
  inventedCaller: async () => paidBy('o_worker', await doneByWorker(await intake('谁也不是', '13800000808'))),
  residentWithWeChat: async () => paidBy('o_worker', await doneByWorker(await intake('李秀兰', '16400000001'))),
  pastMeeting: async () => alone(await meeting('o_secretary')),
  async announcedMeeting() {
    const activityId = await meeting('o_secretary', '2026-11-24T09:00:00+08:00');
    await cloud.setClock('2026-11-24T12:00:00+08:00');
    return alone(activityId);
  },
  async twoMeetingsAtOnce() {
    const at = '2026-10-24T09:00:00+08:00';
    const [one, other] = [await meeting('o_secretary', at), await meeting('o_secretary', at)];
    await present('o_secretary', one);
    return answerOf(await present('o_secretary', other));
  },
  async ownErrand() {
    const own = await order('o_worker', { ...errand, placeId: 'qinghe_g1_c2' });
    return asHead(async () => answerOf(await tried('o_worker', 'order.accept', ref(own))));
  },
  errandOfOwnNumber: () =>
    withLogin('o_resident', { phone: '164-0000-0009', phoneVerified: false }, async () =>
      vouchedBy('o_resident', await residentsErrand()),
    ),
  errandOfInventedNumber: () =>
    withLogin('o_resident', { phone: '13800000909', phoneVerified: false }, async () =>
      vouchedBy('o_resident', await residentsErrand()),
    ),
  async errandOfOwnHousehold() {
    const { home } = cloud.storedOne<{ home: object }>('people', 'p_resident');
    const before = cloud.storedOne<{ home: object }>('people', 'p_worker').home;
    await cloud.change('people', 'p_worker', { home });
    const answer = await vouchedBy('o_resident', await residentsErrand());
    await cloud.change('people', 'p_worker', { home: before });
    return answer;
  },
  inventedErrand: async () => vouchedBy('o_worker', await intakeErrand('谁也不是', '13800000606')),
  ...heads.attempts,
  ...byHand.attempts,
  ownProposal: async () => answerOf(await signReversal('o_committee', await propose('o_committee'))),
};

/** What the smallest group does; its last step pays. */
const groups: Readonly<Record<Way, () => Promise<string>>> = {
  confirmedOrder: async () => paidBy('o_resident', await doneByWorker(await order('o_resident'))),
  calledOrder: async () => paidBy('o_leader', await doneByWorker(await intake('没有微信', '13800000707'))),
  async attendance() {
    const activityId = await meeting('o_group');
    await present('o_group', activityId);
    await close('o_group', activityId);
    return answerOf(await sign('o_committee', activityId));
  },
  vouchedErrand: async () => vouchedBy('o_resident', await residentsErrand()),
  calledErrand: async () => vouchedBy('o_leader', await intakeErrand('没有微信', '13800000505')),
  ...heads.groups,
  ...byHand.groups,
  undoneDeduction: async () => answerOf(await signReversal('o_secretary', await propose('o_committee'))),
};

const wayNames = Object.keys(waysToPoints) as Way[];
const lone = wayNames.flatMap((way) =>
  waysToPoints[way].alone.map(({ attempt, answer }) => [way, attempt, answer] as const),
);

/** Second accounts of one person count as one: these attempts are made with two WeChat users, and one interest. */
const twoAccounts: ReadonlySet<Attempt> = new Set<Attempt>([
  'secondAccountOwnNumber',
  'secondAccountInventedNumber',
  'ownHousehold',
  'ownPost',
  'errandOfOwnNumber',
  'errandOfInventedNumber',
  'errandOfOwnHousehold',
  'visitOfOwnNumber',
  'visitOfInventedNumber',
  'visitOfOwnHousehold',
]);

describe('ways to points', () => {
  test.each(lone)('%s alone, by %s: %s, and no line', async (_way, attempt, answer) => {
    const before = gains();
    expect(await attempts[attempt]()).toBe(answer);
    // The deduction that an undo is tried on was posted by others, with what the others of that meeting got.
    if (attempt !== 'ownProposal') {
      expect(gains()).toBe(before);
      expect(callers.size).toBe(twoAccounts.has(attempt) ? 2 : 1);
    }
  });

  test.each(wayNames)('%s is paid to the smallest group, and that is how many it takes', async (way) => {
    const before = gains();
    expect(['allowed', '5']).toContain(await groups[way]());
    expect(gains()).toBeGreaterThan(before);
    const { smallestGroup, people } = waysToPoints[way];
    expect(callers.size).toBe(smallestGroup);
    expect(people).toHaveLength(smallestGroup);
  });

  test('none is one person wide, and every cause of a line has one or gives nobody anything', () => {
    for (const way of wayNames) {
      expect(waysToPoints[way].smallestGroup).toBeGreaterThanOrEqual(2);
      expect(waysToPoints[way].alone.length).toBeGreaterThan(0);
    }
    const known = [...wayNames.flatMap((way) => waysToPoints[way].causes as readonly string[]), ...causesWithoutWay];
    expect([...new Set(known)].sort()).toEqual([...entryCauses].sort());
  });

  test('docs/security.md prints them: node --import tsx tools/ways-to-points.ts', () => {
    const document = readFileSync(securityFile, 'utf8');
    expect(document).toContain(waysTable());
    expect(withWays(document)).toBe(document);
  });
});
