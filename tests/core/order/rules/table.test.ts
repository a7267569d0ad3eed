import {
  clockActions,
  orderActions,
  orderKinds,
  orderStatuses,
  type ClockAction,
  type OrderAction,
  type OrderKind,
  type OrderStatus,
} from '../../../../miniprogram/contracts/order';
import { hats } from '../../../../miniprogram/contracts/hat';
import { decide } from '../../../../cloudfunctions/core/order/rules/decide';
import type { Order } from '../../../../cloudfunctions/core/order/document/order';
import { commands } from '../sample-commands';
import {
  after,
  after1,
  captain,
  committee,
  deed,
  farWorker,
  foreigner,
  head,
  hourMs,
  inStatus,
  leader,
  member,
  neighbour,
  other,
  person,
  refusal,
  resident,
  secretary,
  stranger,
  worker,
} from '../sample-orders';

const actors = {
  resident,
  neighbour,
  stranger,
  member,
  other,
  captain,
  worker,
  farWorker,
  leader,
  committee,
  secretary,
  head,
  foreigner,
  clock: null,
};
type Name = keyof typeof actors;

/** Every other hat, worn by somebody whom the order does not concern. */
const bystanders = hats
  .filter((hat) => !Object.values(actors).some((actor) => actor?.hat === hat))
  .map((hat) => person(`some-${hat}`, hat, 'cqt'));

type Moves = Record<OrderStatus, Partial<Record<OrderAction | ClockAction, readonly Name[]>>>;

/**
 * Written by hand from the articles, not from the table: who may make which move in which status, of an order offered
 * to `member` and `other`.
 */
const allowed: Moves = {
  submitted: {
    dispatch: ['worker', 'leader', 'committee', 'secretary'],
    makePrivate: ['resident'],
    cancel: ['resident'],
    refuse: ['worker', 'leader', 'committee', 'secretary'],
    merge: ['worker', 'leader', 'committee', 'secretary'],
    transfer: ['worker', 'leader', 'committee', 'secretary'],
    reclassify: ['worker', 'leader', 'committee', 'secretary'],
    relocate: ['worker', 'leader', 'committee', 'secretary'],
    recordCall: ['worker', 'leader', 'committee', 'secretary'],
    askRequester: ['worker', 'leader', 'committee', 'secretary'],
    remind: ['resident'],
    join: ['neighbour', 'head'],
    warn: ['clock'],
  },
  dispatched: {
    dispatch: ['worker', 'leader', 'committee', 'secretary'],
    accept: ['member', 'other'],
    decline: ['member', 'other'],
    makePrivate: ['resident'],
    cancel: ['resident'],
    refuse: ['secretary'],
    merge: ['worker', 'leader', 'committee', 'secretary'],
    transfer: ['worker', 'leader', 'committee', 'secretary'],
    relocate: ['worker', 'leader', 'committee', 'secretary'],
    recordCall: ['worker', 'leader', 'committee', 'secretary'],
    remind: ['resident', 'worker', 'leader', 'committee', 'secretary'],
    join: ['neighbour', 'head'],
    warn: ['clock'],
  },
  accepted: {
    appoint: ['member'],
    release: ['member'],
    complete: ['member'],
    makePrivate: ['resident'],
    cancel: ['resident'],
    refuse: ['secretary'],
    transfer: ['worker', 'leader', 'committee', 'secretary'],
    relocate: ['worker', 'leader', 'committee', 'secretary'],
    recordCall: ['worker', 'leader', 'committee', 'secretary'],
    askRequester: ['worker', 'leader', 'committee', 'secretary', 'member'],
    removeHelper: ['worker', 'leader', 'committee', 'secretary'],
    remind: ['resident', 'worker', 'leader', 'committee', 'secretary'],
    join: ['neighbour', 'head'],
    warn: ['clock'],
  },
  completed: {
    confirm: ['resident'],
    makePrivate: ['resident'],
    reopen: ['resident'],
    remind: ['member', 'worker', 'leader', 'committee', 'secretary'],
    warn: ['clock'],
  },
  outside: {
    dispatch: ['worker', 'leader', 'committee', 'secretary'],
    cancel: ['resident'],
    makePrivate: ['resident'],
    recordAnswer: ['worker', 'leader', 'committee', 'secretary'],
    recordCall: ['worker', 'leader', 'committee', 'secretary'],
    askRequester: ['worker', 'leader', 'committee', 'secretary'],
    remind: ['resident'],
    join: ['neighbour', 'head'],
    warn: ['clock'],
  },
  closed: { changeRating: ['resident'], makePrivate: ['resident'] },
};

/** What the kinds have of their own: nobody joins an errand or a wish, and an errand is taken without a dispatch. */
const ofKind: Record<OrderKind, { [Status in OrderStatus]?: Moves[Status] }> = {
  service: {},
  agency: {
    submitted: { accept: ['worker', 'head'], join: [] },
    dispatched: { join: [] },
    accepted: { join: [] },
    outside: { join: [] },
  },
  wish: {
    submitted: { join: [], askRequester: [] },
    dispatched: { join: [] },
    accepted: { join: [], askRequester: [] },
    outside: { join: [], askRequester: [] },
  },
};
const categoryOf = { service: 'repair', agency: 'schooling', wish: 'wish' } as const;

const cells = orderKinds.flatMap((kind) =>
  orderStatuses.flatMap((status) => [...orderActions, ...clockActions].map((action) => ({ kind, status, action }))),
);

test('S2-08 every kind, status, action and hat: exactly the allowed moves are allowed', () => {
  const wrong: string[] = [];
  for (const { kind, status, action } of cells) {
    const order = inStatus(status, categoryOf[kind]);
    if (order.kind !== kind) wrong.push(`${order.kind} instead of ${kind}`);
    const command = commands.find((one) => one.action === action);
    for (const [name, actor] of [...Object.entries(actors), ...bystanders.map((one) => [one.personId, one] as const)]) {
      const result =
        command && decide(order, command, deed(order, actor, after((order.closed ? 5 : 11) * 24 * hourMs)));
      const names = ofKind[kind][status]?.[action] ?? allowed[status][action];
      const expected = names?.includes(name as Name) ?? false;
      if (result?.ok !== expected) wrong.push(`${kind} ${status}.${action} by ${name}: ${JSON.stringify(result)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(cells.length).toBe(3 * 6 * 40);
  expect(new Set([...Object.values(actors), ...bystanders].map((actor) => actor?.hat ?? 'clock')).size).toBe(
    hats.length + 1,
  );
});

test('a refusal says what is to blame', () => {
  expect(refusal(inStatus('submitted'), member, { action: 'accept', assignedMember: null })).toBe('NOT_OFFERED');
  expect(refusal(inStatus('dispatched'), captain, { action: 'decline', reason: 'no-time', note: null })).toBe(
    'NOT_OFFERED',
  );
  expect(refusal(inStatus('dispatched'), resident, { action: 'accept', assignedMember: null })).toBe('OWN_ORDER');
  expect(refusal(inStatus('accepted'), other, { action: 'accept', assignedMember: null })).toBe('TAKEN');
  expect(refusal(inStatus('completed'), other, { action: 'accept', assignedMember: null })).toBe('TAKEN');
  expect(refusal(inStatus('closed'), resident, { action: 'cancel', reason: 'other', note: null })).toBe('WRONG_STATUS');
  expect(refusal(inStatus('submitted'), stranger, { action: 'cancel', reason: 'other', note: null })).toBe('FORBIDDEN');
  expect(refusal(inStatus('submitted'), foreigner, { action: 'refuse', reason: 'other', note: null })).toBe(
    'FORBIDDEN',
  );
});

test('a warning, a reminder or a joining neighbour in between makes no version old; anything else does', () => {
  const seen = inStatus('dispatched');
  const warned = after1(seen, null, { action: 'warn' }, after(60 * hourMs));
  const joined = after1(
    after1(warned, worker, { action: 'remind' }, after(60 * hourMs)),
    neighbour,
    { action: 'join' },
    after(60 * hourMs),
  );
  const tried = (order: Order, version: number) => {
    const result = decide(
      order,
      { action: 'accept', assignedMember: null },
      { ...deed(order, member, after(61 * hourMs)), version },
    );
    return result.ok ? 'allowed' : result.code;
  };
  expect([seen.version, joined.version, joined.revision]).toEqual([2, 2, 5]);
  expect(tried(joined, 2)).toBe('allowed');
  expect([tried(joined, 1), tried(joined, 3), tried(joined, -1)]).toEqual([
    'STALE_VERSION',
    'STALE_VERSION',
    'STALE_VERSION',
  ]);
  const declined = after1(joined, other, { action: 'decline', reason: 'no-time', note: null });
  expect([tried(declined, 2), tried(declined, 3)]).toEqual(['STALE_VERSION', 'allowed']);
});

test('an old version is refused before anything else of the move is looked at', () => {
  const order = inStatus('accepted');
  const result = decide(
    order,
    { action: 'confirm', stars: 5, tags: [], words: null },
    { ...deed(order, resident, after(0)), version: order.version - 1 },
  );
  expect(result).toEqual({ ok: false, code: 'STALE_VERSION' });
});
