import { ownWelcomeItems, welcomeItems, type WelcomeItem } from '../../../../miniprogram/contracts/enrolment';
import type { ErrorCode } from '../../../../miniprogram/contracts/error';
import type { Skill } from '../../../../miniprogram/contracts/skill';
import type { Enrolment, EnrolmentActor, Welcome } from '../enrolment';

/** How many of the six items have a day. */
export function welcomedOf(welcome: Welcome): number {
  return welcomeItems.filter((item) => welcome[item] !== undefined).length;
}

/** Whether all six have one. */
export function isWelcomed(welcome: Welcome): boolean {
  return welcomedOf(welcome) === welcomeItems.length;
}

/** Who ticks: the member, or somebody of the grid. */
export type Ticker = 'member' | 'staff';

/** Whether somebody may tick an item: the badge is handed over, the rest is the member's too. */
export function mayTick(item: WelcomeItem, ticker: Ticker): boolean {
  return ticker === 'staff' || ownWelcomeItems.some((own) => own === item);
}

/** What is ticked or cleared, with what the item needs beside its day. */
export interface Tick {
  readonly item: WelcomeItem;
  readonly done: boolean;
  readonly skills?: readonly Skill[];
  readonly orderId?: string;
}

type Ticked = Pick<Enrolment, 'state' | 'welcome' | 'skills'>;

/** What stands after a tick, or why it was not taken. */
type TickResult =
  | { readonly ok: true; readonly data: Ticked }
  | { readonly ok: false; readonly code: ErrorCode; readonly field?: string };

const done = (data: Ticked): TickResult => ({ ok: true, data });
const refuse = (code: ErrorCode, field: string): TickResult => ({ ok: false, code, field });

/**
 * The welcome after a tick, or after one was taken back, which the grid alone does. A duty comes with what the member
 * is ready to do, the suggestion with the order that it became; an item that is ticked keeps its first day. Pure.
 */
export function tickWelcome(before: Ticked, tick: Tick, actor: EnrolmentActor, ticker: Ticker): TickResult {
  const { item } = tick;
  if (before.state !== 'enrolled') return refuse('NOT_ENROLLED', 'item');
  if (!tick.done)
    return ticker === 'staff' ? done({ ...before, welcome: without(before, item) }) : refuse('FORBIDDEN', 'done');
  if (!mayTick(item, ticker)) return refuse('FORBIDDEN', 'item');
  const fault = missing(tick);
  if (fault !== undefined) return refuse('INVALID_INPUT', fault);
  const skills = tick.skills ?? before.skills;
  const first = before.welcome[item];
  if (first && tick.orderId !== undefined && first.orderId !== tick.orderId) return refuse('ALREADY_SETTLED', 'item');
  const made = first ?? { ...actor, ...(tick.orderId !== undefined && { orderId: tick.orderId }) };
  return done({ ...before, skills, welcome: { ...before.welcome, [item]: made } });
}

/** The field that an item lacks, or that belongs to another item. */
function missing({ item, skills, orderId }: Tick): string | undefined {
  if ((item === 'duty') !== (skills !== undefined && skills.length > 0)) return 'skills';
  return (item === 'suggestion') !== (orderId !== undefined) ? 'orderId' : undefined;
}

function without({ welcome }: Ticked, item: WelcomeItem): Welcome {
  return Object.fromEntries(Object.entries(welcome).filter(([name]) => name !== item));
}
