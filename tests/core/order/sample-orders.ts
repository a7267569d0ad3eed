import { defaultCategories } from '../../../cloudfunctions/core/order/rules/categories';
import type { Hat } from '../../../miniprogram/contracts/hat';
import type { OrderStatus } from '../../../miniprogram/contracts/order';
import type { DefaultCategory } from '../../../miniprogram/contracts/category';
import type { OrderActor } from '../../../cloudfunctions/core/order/rules/relations';
import type { CommandFor, CommandContext, OrderCommand } from '../../../cloudfunctions/core/order/rules/command';
import { decide } from '../../../cloudfunctions/core/order/rules/decide';
import { evolve } from '../../../cloudfunctions/core/order/rules/evolve';
import { buildOrder } from '../../../cloudfunctions/core/order/document/create-order';
import type { CourtyardHead, Order } from '../../../cloudfunctions/core/order/document/order';
import type { OrderPolicy } from '../../../cloudfunctions/core/order/policy';
import type { Community } from '../../../cloudfunctions/core/place/community';
import type { PlaceRef } from '../../../cloudfunctions/core/place/place';

export const community: Community = {
  _id: 'cqt',
  name: '常青藤社区',
  street: '一街道',
  branchName: '常青藤社区党支部',
  office: {
    phone: '03510000001',
    address: '一街 1 号',
    hours: { days: [1, 2, 3, 4, 5], fromMinute: 540, toMinute: 1080, text: '周一至周五 9:00-18:00' },
  },
  duty: { name: '值班室', phone: '03510000002' },
  services: ['水电维修'],
  grids: [
    {
      gridId: 'g1',
      name: '蓝色网格',
      colour: 'blue',
      path: 'cqt/g1',
      worker: { personId: 'worker', name: '赵慧敏', phone: '13800000002' },
      leader: { personId: 'leader', name: '李网格', phone: '13800000003' },
    },
  ],
  secretary: { personId: 'secretary', name: '周书记', phone: '13800000004' },
  policy: {
    activity: { pairCap: 8 },
    order: {
      dispatchWithinHours: 24,
      acceptWithinHours: 72,
      completeWithinDays: 14,
      callWithinHours: 48,
      warnAt: 2 / 3,
      escalateAfterHours: [0, 4, 8],
      returnsBeforeRuling: 2,
      silenceDays: 7,
      emergency: {
        dispatchWithinHours: 1,
        acceptWithinHours: 2,
        completeWithinDays: 3,
        escalateAfterHours: [0, 0.5, 1],
      },
      award: { ruleId: 'order', version: 1, points: 5 },
      pairCaps: { confirmed: 8, called: 4 },
    },
  },
};
export const place: PlaceRef = {
  placeId: 'c12',
  path: 'cqt/g1/s1/l1/c12',
  label: '柳巷 12 号院',
  gridId: 'g1',
  gridName: '蓝色网格',
  colour: 'blue',
  courtyardId: 'c12',
};

export function person(personId: string, hat: Hat, path: string, more: Partial<OrderActor> = {}): OrderActor {
  return {
    personId,
    name: `人${personId}`,
    phone: '13800001234',
    openid: `o-${personId}`,
    hat,
    path,
    communityId: 'cqt',
    courtyardId: null,
    teamId: null,
    ...more,
  };
}
export const resident = person('resident', 'resident', 'cqt/g1/s1/l1/c12', { courtyardId: 'c12' });
export const neighbour = person('neighbour', 'resident', 'cqt/g1/s1/l1/c12', { courtyardId: 'c12' });
export const stranger = person('stranger', 'resident', 'cqt/g2/s3/l9/c90', { courtyardId: 'c90' });
export const member = person('member', 'member', 'cqt');
export const other = person('other', 'member', 'cqt');
export const captain = person('captain', 'teamCaptain', 'cqt', { teamId: 't1' });
export const mate = person('mate', 'member', 'cqt', { teamId: 't1' });
export const worker = person('worker', 'gridWorker', 'cqt/g1', { staff: true });
export const farWorker = person('farWorker', 'gridWorker', 'cqt/g2');
export const leader = person('leader', 'gridLeader', 'cqt/g1');
export const committee = person('committee', 'committee', 'cqt');
export const secretary = person('secretary', 'secretary', 'cqt');
export const head = person('head', 'courtyardHead', 'cqt/g1/s1/l1/c12', { courtyardId: 'c12', staff: true });
export const foreigner = person('foreigner', 'secretary', 'other', { communityId: 'other' });

export const hourMs = 3_600_000;
export const start = new Date('2026-11-21T01:12:00Z');
export const after = (ms: number, from = start) => new Date(from.getTime() + ms);

export function fresh(
  more: {
    category?: string;
    private?: boolean;
    source?: 'card' | 'phone';
    verified?: boolean;
    head?: CourtyardHead;
    policy?: Partial<OrderPolicy>;
  } = {},
): Order {
  const byPhone = more.source === 'phone';
  return buildOrder(
    {
      _id: 'oTESTTESTTESTTESTTEST',
      category: more.category ?? 'repair',
      words: '厨房水管漏水，地上都是水。麻烦快一点',
      when: 'today-afternoon',
      ...(more.private !== undefined && { private: more.private }),
      place,
      requester: {
        personId: 'resident',
        name: '王奶奶',
        phone: '13800000021',
        openid: byPhone ? null : 'o-resident',
        kind: 'alone',
        verified: more.verified ?? true,
      },
      source: more.source ?? 'card',
      photos: [],
      ...(more.head && { head: more.head }),
      finishCode: '4821',
      by: { personId: 'resident', name: '王奶奶', hat: 'resident' },
      request: { requestKey: 'request-create', inputHash: 'hash-create' },
    },
    { ...community, policy: { ...community.policy, order: { ...community.policy.order, ...more.policy } } },
    start,
  );
}

let serial = 0;
export function deed(order: Order, actor: OrderActor | null, at: Date): CommandContext {
  serial += 1;
  return {
    actor,
    at,
    version: actor ? order.version : null,
    request: { requestKey: `request-${serial}`, inputHash: `hash-${serial}` },
  };
}

/** The order after a move that must be allowed. */
export function after1(order: Order, actor: OrderActor | null, command: OrderCommand, at: Date = after(hourMs)): Order {
  const result = decide(order, command, deed(order, actor, at));
  if (!result.ok)
    throw new Error(`${command.action} by ${actor?.personId ?? 'clock'}: ${result.code} ${result.field ?? ''}`);
  return evolve(order, result.data);
}

/** The code of a move that must be refused. */
export function refusal(
  order: Order,
  actor: OrderActor | null,
  command: OrderCommand,
  at: Date = after(hourMs),
): string {
  const result = decide(order, command, deed(order, actor, at));
  return result.ok ? 'allowed' : result.code;
}

const candidate = (actor: OrderActor) => ({
  personId: actor.personId,
  name: actor.name,
  phone: actor.phone,
  openid: actor.openid,
  teamId: actor.teamId,
});
export const dispatchTo = (...to: OrderActor[]): CommandFor<'dispatch'> => ({
  action: 'dispatch',
  members: to.map(candidate),
  pool: false,
  note: null,
});
export const accept: CommandFor<'accept'> = { action: 'accept', assignedMember: null };
export const acceptFor = (goer: OrderActor): CommandFor<'accept'> => ({
  action: 'accept',
  assignedMember: candidate(goer),
});
export const decline: CommandFor<'decline'> = { action: 'decline', reason: 'no-time', note: null };
export const release: CommandFor<'release'> = { action: 'release', reason: 'cannot-reach', note: null };
export const withCode = (code: string): CommandFor<'complete'> => ({
  action: 'complete',
  claim: { kind: 'code', code, evidence: { kind: 'code', photos: [], note: null } },
});
export const byCall: CommandFor<'complete'> = {
  action: 'complete',
  claim: { kind: 'phone', evidence: { kind: 'phone', photos: [], note: '电话里说修好了' } },
};
export const confirm: CommandFor<'confirm'> = { action: 'confirm', stars: 5, tags: ['patient'], words: null };
export const changeRating: CommandFor<'changeRating'> = { action: 'changeRating', stars: 3, tags: [], words: null };
export const reopen: CommandFor<'reopen'> = { action: 'reopen', words: '又漏了', finishCode: '7733' };

/** The courtyard beside. */
export const nextDoor: PlaceRef = {
  ...place,
  placeId: 'c13',
  path: 'cqt/g1/s1/l1/c13',
  label: '柳巷 13 号院',
  courtyardId: 'c13',
};
/** Looked at: what it is, or what is said of it. */
export const reclassifyTo = (more: Partial<CommandFor<'reclassify'>> & { key?: string }): CommandFor<'reclassify'> => ({
  action: 'reclassify',
  category: defaultCategories.find(({ key }) => key === (more.key ?? 'repair'))!,
  kind: 'service',
  urgent: false,
  private: false,
  terms: fresh(more.urgent ? { category: 'emergency' } : {}).terms,
  wish: null,
  wishCapYuan: 200,
  note: null,
  ...more,
});
export const relocateTo = (to: PlaceRef, more: Partial<CommandFor<'relocate'>> = {}): CommandFor<'relocate'> => ({
  action: 'relocate',
  place: to,
  ...{ worker: null, leader: null, secretary: null, note: null },
  ...more,
});

/** A wish, as staff made it of what somebody asked for. */
export const wished = (more: Parameters<typeof fresh>[0] = {}): Order => {
  const asked = fresh({ ...more, category: 'wish' });
  const wish = { valueYuan: 80, publicWords: '想要一副老花镜' };
  return after1(asked, worker, reclassifyTo({ key: 'wish', kind: 'wish', wish, terms: asked.terms }), after(60_000));
};

/** A new order, or the wish that staff made of one. */
export const made = (more: Parameters<typeof fresh>[0] = {}): Order =>
  more.category === 'wish' ? wished(more) : fresh(more);

/** What came of a call to the requester. */
export const called = (result: CommandFor<'recordCall'>['result']): CommandFor<'recordCall'> => ({
  action: 'recordCall',
  result,
});

/** An order in each status, reached by the shortest way. */
export function inStatus(status: OrderStatus, category?: DefaultCategory): Order {
  const submitted = made(category && { category });
  if (status === 'submitted') return submitted;
  const dispatched = after1(submitted, worker, dispatchTo(member, other));
  if (status === 'dispatched') return dispatched;
  if (status === 'outside')
    return after1(dispatched, worker, { action: 'transfer', to: '12345', note: null }, after(2 * hourMs));
  const accepted = after1(dispatched, member, accept, after(2 * hourMs));
  if (status === 'accepted') return accepted;
  const completed = after1(accepted, member, byCall, after(3 * hourMs));
  return status === 'completed' ? completed : after1(completed, resident, confirm, after(4 * hourMs));
}

/** Offered to two members an hour after it was made; acceptable for 72 hours from then. */
export const dispatchedAt = after(hourMs);
export const dispatched = () => after1(fresh(), worker, dispatchTo(member, other), dispatchedAt);
export const deadline = (seconds: number) => after(72 * hourMs + seconds * 1000, dispatchedAt);

/** A completed order whose requester was asked, warned, and said nothing. */
export function lapsed(completed: Order): Order {
  const warned = after1(completed, null, { action: 'warn' }, after(30 * 24 * hourMs));
  return after1(warned, null, { action: 'lapse' }, after(30 * 24 * hourMs));
}
