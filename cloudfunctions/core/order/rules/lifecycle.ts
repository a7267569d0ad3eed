import type { ClockAction, OrderAction, OrderKind, OrderStatus } from '../../../../miniprogram/contracts/order';

/**
 * What somebody is to an order. `merged`: asked in an order that was merged into this one. `caller`: staff who speak
 * for a requester without WeChat, on whose behalf they were called. `verifier`: such staff who had no hand in the
 * order, so that their word about it counts. `claimer`: any member, for an order in the pool. `agent`: the courtyard
 * head or grid worker who takes an agency order (代办) on themselves. `asked`: was asked, or may claim it, and others who
 * do it together were faster. `substitute`: waits for one of their seats. `absent`: said when they come, and did not.
 */
export type Relation =
  | 'requester'
  | 'caller'
  | 'verifier'
  | 'neighbour'
  | 'merged'
  | 'offered'
  | 'claimer'
  | 'agent'
  | 'asked'
  | 'substitute'
  | 'assignee'
  | 'absent'
  | 'worker'
  | 'leader'
  | 'committee'
  | 'secretary'
  | 'clock';

export type Action = OrderAction | ClockAction;
export interface Cell {
  readonly to: OrderStatus;
  readonly by: readonly Relation[];
  /** The kinds of order that the move is for; absent where it is for every kind. */
  readonly kinds?: readonly OrderKind[];
}

const owner = ['requester', 'caller'] as const;
const staff = ['worker', 'leader', 'committee', 'secretary'] as const;
const clock = ['clock'] as const;
/** A hand that is lent helps a whole courtyard; a paper and a wish are one person's own. */
const shared = ['service'] as const;

/** Whoever is at it asks the requester something, and the clock stands still. */
function questions(status: OrderStatus, by: readonly Relation[]) {
  return {
    /** A wish has its Saturday, which waits for nobody. */
    askRequester: { to: status, by, kinds: ['service', 'agency'] },
    answerQuestion: { to: status, by: owner },
    withdrawQuestion: { to: status, by },
    expireQuestion: { to: status, by: clock },
  } as const satisfies Partial<Record<Action, Cell>>;
}

/** Who is said not to have come answers to it at any time, whatever became of the order. */
function appeals(status: OrderStatus) {
  return {
    appealNoShow: { to: status, by: ['absent'] },
    ruleNoShow: { to: status, by: ['secretary'] },
  } as const satisfies Partial<Record<Action, Cell>>;
}

/**
 * Every move of every kind of order; a missing cell is a forbidden move, and so is one that names other kinds
 * (`cellOf`). docs/order-lifecycle.md tells it in prose.
 */
export const lifecycle: Readonly<Record<OrderStatus, Readonly<Partial<Record<Action, Cell>>>>> = {
  submitted: {
    dispatch: { to: 'dispatched', by: staff },
    accept: { to: 'accepted', by: ['agent'], kinds: ['agency'] },
    makePrivate: { to: 'submitted', by: owner },
    cancel: { to: 'closed', by: owner },
    refuse: { to: 'closed', by: staff },
    merge: { to: 'closed', by: staff },
    transfer: { to: 'outside', by: staff },
    reclassify: { to: 'submitted', by: staff },
    relocate: { to: 'submitted', by: staff },
    recordCall: { to: 'submitted', by: staff },
    ...questions('submitted', staff),
    remind: { to: 'submitted', by: ['requester'] },
    join: { to: 'submitted', by: ['neighbour'], kinds: shared },
    warn: { to: 'submitted', by: clock },
    escalate: { to: 'submitted', by: clock },
    /** The courtyard's head said nothing in time. */
    passOn: { to: 'submitted', by: clock, kinds: ['agency'] },
    ...appeals('submitted'),
  },
  dispatched: {
    dispatch: { to: 'dispatched', by: staff },
    accept: { to: 'accepted', by: ['offered', 'claimer'] },
    /** The last decline of a round sends it back to `submitted`. */
    decline: { to: 'dispatched', by: ['offered', 'substitute'] },
    /** Where only the pool had it, it goes back to `submitted`. */
    makePrivate: { to: 'dispatched', by: owner },
    cancel: { to: 'closed', by: owner },
    refuse: { to: 'closed', by: ['secretary'] },
    merge: { to: 'closed', by: staff },
    transfer: { to: 'outside', by: staff },
    relocate: { to: 'dispatched', by: staff },
    recordCall: { to: 'dispatched', by: staff },
    /** Where only the pool had it, it is to be sent again. */
    leavePool: { to: 'submitted', by: staff, kinds: shared },
    remind: { to: 'dispatched', by: ['requester', ...staff] },
    join: { to: 'dispatched', by: ['neighbour'], kinds: shared },
    warn: { to: 'dispatched', by: clock },
    escalate: { to: 'dispatched', by: clock },
    /** A Saturday ended, and nobody claimed it. */
    relist: { to: 'dispatched', by: clock, kinds: ['wish'] },
    /** Its last one did. */
    expire: { to: 'submitted', by: clock, kinds: ['wish'] },
    /** Of somebody who moved away; the last offer of a round sends it back to `submitted`. */
    withdraw: { to: 'dispatched', by: clock },
    passSeat: { to: 'dispatched', by: clock, kinds: shared },
    ...appeals('dispatched'),
  },
  accepted: {
    /** While seats are free. */
    dispatch: { to: 'accepted', by: staff, kinds: shared },
    accept: { to: 'accepted', by: ['offered', 'claimer'], kinds: shared },
    standBy: { to: 'accepted', by: ['asked'], kinds: shared },
    decline: { to: 'accepted', by: ['offered', 'substitute'], kinds: shared },
    appoint: { to: 'accepted', by: ['assignee'] },
    arrive: { to: 'accepted', by: ['assignee'] },
    /** Of the last who is at it; where others are, it stays with them. */
    release: { to: 'submitted', by: ['assignee'] },
    complete: { to: 'completed', by: ['assignee'] },
    makePrivate: { to: 'accepted', by: owner },
    cancel: { to: 'closed', by: owner },
    refuse: { to: 'closed', by: ['secretary'] },
    transfer: { to: 'outside', by: staff },
    relocate: { to: 'accepted', by: staff },
    recordCall: { to: 'accepted', by: staff },
    ...questions('accepted', [...staff, 'assignee']),
    /** Of the last who is at it; where others are, it stays with them. */
    removeHelper: { to: 'submitted', by: staff },
    /** While seats are free. */
    leavePool: { to: 'accepted', by: staff, kinds: shared },
    remind: { to: 'accepted', by: ['requester', ...staff] },
    join: { to: 'accepted', by: ['neighbour'], kinds: shared },
    warn: { to: 'accepted', by: clock },
    escalate: { to: 'accepted', by: clock },
    withdraw: { to: 'submitted', by: clock },
    noShow: { to: 'submitted', by: clock },
    passSeat: { to: 'accepted', by: clock, kinds: shared },
    ...appeals('accepted'),
  },
  completed: {
    confirm: { to: 'closed', by: ['requester', 'verifier'] },
    makePrivate: { to: 'completed', by: owner },
    reopen: { to: 'accepted', by: [...owner, 'merged'] },
    /** Who had a hand in it asks nobody whether it is solved. */
    recordCall: { to: 'completed', by: ['verifier'] },
    remind: { to: 'completed', by: [...staff, 'assignee'] },
    warn: { to: 'completed', by: clock },
    escalate: { to: 'completed', by: clock },
    lapse: { to: 'closed', by: clock },
    ...appeals('completed'),
  },
  outside: {
    /** They sent it back: it is done here after all. */
    dispatch: { to: 'dispatched', by: staff },
    makePrivate: { to: 'outside', by: owner },
    cancel: { to: 'closed', by: owner },
    recordAnswer: { to: 'closed', by: staff },
    recordCall: { to: 'outside', by: staff },
    ...questions('outside', staff),
    remind: { to: 'outside', by: ['requester'] },
    join: { to: 'outside', by: ['neighbour'], kinds: shared },
    warn: { to: 'outside', by: clock },
    escalate: { to: 'outside', by: clock },
    ...appeals('outside'),
  },
  closed: {
    /** For some days, where it was solved. */
    changeRating: { to: 'closed', by: ['requester', 'verifier'] },
    makePrivate: { to: 'closed', by: owner },
    /** Only what was merged into an order that then did not solve it. */
    restore: { to: 'submitted', by: clock },
    ...appeals('closed'),
  },
};

/** Whether people still have something to do with it. */
export function isOpen(status: OrderStatus): boolean {
  return status !== 'closed';
}

/** Whether it waits for somebody to accept it: the time in which the 72 hours count. */
export function awaitsAcceptance(status: OrderStatus): boolean {
  return status === 'submitted' || status === 'dispatched';
}

/** Whether somebody has taken it on. */
export function isInHand(status: OrderStatus): boolean {
  return status === 'accepted' || status === 'completed';
}

/** Whether each time that it lasts has a clock of its own, which begins with it (`stageClock`). */
export function hasStageClock(status: OrderStatus): boolean {
  return isOpen(status) && !awaitsAcceptance(status);
}

/** Moves that lead to the end: a full trail still takes them. */
const lastMoves: ReadonlySet<Action> = new Set([
  'complete',
  'confirm',
  'makePrivate',
  'cancel',
  'refuse',
  'merge',
  'transfer',
  'recordAnswer',
  'lapse',
  'restore',
  'withdraw',
  'passOn',
  'noShow',
  'passSeat',
  'relist',
  'expire',
  'answerQuestion',
  'withdrawQuestion',
  'expireQuestion',
  'removeHelper',
]);

/** Quiet moves need none of the room. */
export function fitsFullTrail(action: Action): boolean {
  return lastMoves.has(action) || isQuiet(action);
}

/** Moves that change nothing of what somebody decides on: neither status nor offers, nor who does it. */
const quietMoves: ReadonlySet<Action | 'create'> = new Set<Action>([
  'warn',
  'escalate',
  'remind',
  'join',
  'recordCall',
  'arrive',
  'appealNoShow',
  'ruleNoShow',
]);

export function isQuiet(action: Action | 'create'): boolean {
  return quietMoves.has(action);
}

/** What the table says of a move of an order of this kind and status; undefined where it is forbidden. */
export function cellOf({ status, kind }: { status: OrderStatus; kind: OrderKind }, action: Action): Cell | undefined {
  const cell = lifecycle[status][action];
  return cell && isFor(cell, kind) ? cell : undefined;
}

function isFor({ kinds }: Cell, kind: OrderKind): boolean {
  return kinds === undefined || kinds.includes(kind);
}

/** Whether the table lets these relations make this move of this kind of order at all, whatever the status. */
export function mayEver(kind: OrderKind, action: Action, relations: ReadonlySet<Relation>): boolean {
  return Object.values(lifecycle).some(({ [action]: cell }) =>
    cell?.by.some((relation) => isFor(cell, kind) && relations.has(relation)),
  );
}
