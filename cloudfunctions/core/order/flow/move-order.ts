import type { OrderView } from '../../../../miniprogram/contracts/order';
import { deliver, prepareDelivery } from '../../message/notify';
import type { SignedIn } from '../../access/caller';
import type { Context } from '../../platform/context';
import { replayOf } from '../../platform/request';
import { done, refuse, refuseCode, type Refusal, type Result } from '../../platform/result';
import { readHolidays } from '../../time/holidays';
import { needsCalendar } from '../rules/accept-by';
import type { OrderCommand } from '../rules/command';
import { decideForCaller } from './decide-for-caller';
import { evolve } from '../rules/evolve';
import { presentAgain, withNews } from './news';
import { maxCodeAttempts } from '../rules/moves/complete';
import { hasJoined } from '../rules/moves/join';
import { seatOf } from '../rules/seats';
import { requestsOf, orders, type Order } from '../document/order';
import { presentOrder } from './present-order';
import { orderActor } from './order-actor';
import { writeMove } from './order-store';
import { findOrder } from './find-order';

export interface MoveInput {
  readonly orderId: string;
  readonly version: number;
}

/** What a move does between its decision and its write: checks that cost something, such as the content of a text. */
export type BeforeWrite = (after: Order, before: Order) => Promise<Refusal | Order | undefined>;

/** One attempt to move an order. */
export interface Attempt {
  readonly input: MoveInput;
  readonly command: OrderCommand;
  readonly beforeWrite?: BeforeWrite;
  /** What is written beside a refusal, such as a counted wrong code. */
  readonly onRefusal?: (order: Order, refusal: Refusal) => Promise<Refusal>;
}

/**
 * Reads the order, moves it, notifies the people concerned, and shows it. One read and one write beside the login's
 * read.
 */
export async function moveOrder(context: Context, caller: SignedIn, attempt: Attempt): Promise<Result<OrderView>> {
  const order = await findOrder(context, caller, attempt.input.orderId);
  return order.ok ? moveFoundOrder(context, caller, attempt, order.data) : order;
}

/** So often a move is written again that other moves of the same moment left allowed. */
const maxWrites = 8;

/** The same for an order that was read already. */
export async function moveFoundOrder(
  context: Context,
  caller: SignedIn,
  attempt: Attempt,
  order: Order,
): Promise<Result<OrderView>> {
  let found: Order | undefined = order;
  for (let writes = 0; writes < maxWrites && found; writes += 1) {
    const prepared = await prepareMove(context, caller, attempt, found);
    if (!('before' in prepared)) return prepared.ok ? presentAgain(context, caller, prepared.data) : prepared;
    const { before } = prepared;
    const { order: after, messages } = withNews(before, prepared.after);
    const recipients = prepareDelivery(context, messages);
    const isWritten = await writeMove(context, before, after).finally(() => recipients);
    if (isWritten) {
      await deliver(context, messages, recipients);
      return presentOrder(context, caller, after);
    }
    // Somebody was faster: the order as it is now says whether the move is still allowed.
    found = await context.database.get(orders, attempt.input.orderId);
  }
  return found ? refuse('BUSY') : refuse('NOT_FOUND', 'orderId');
}

/** The order as it would become, or the answer when nothing is to be written. */
async function prepareMove(
  context: Context,
  caller: SignedIn,
  attempt: Attempt,
  before: Order,
): Promise<Result<Order> | { before: Order; after: Order }> {
  const answered = earlierAnswer(context, caller, attempt.command, before);
  if (answered) return answered;
  const own = commandContext(context, caller, attempt.input);
  const calendar = movesClock(attempt.command, before) && needsCalendar(before.terms) && (await readHolidays());
  const decided = decideForCaller(caller, before, attempt.command, { ...own, ...(calendar && { calendar }) });
  if (!decided.ok) return attempt.onRefusal ? attempt.onRefusal(before, decided) : decided;
  const after = evolve(before, decided.data);
  const checked = await attempt.beforeWrite?.(after, before);
  if (checked && !('_id' in checked)) return checked;
  return { before, after: checked ?? after };
}

/** Moves that begin a time which working days may count. */
const startsClock: ReadonlySet<OrderCommand['action']> = new Set(['dispatch', 'accept', 'reopen', 'transfer']);

/** Such moves, and those of an order whose clock stands still: any of them may let it go on. */
function movesClock({ action }: OrderCommand, { question }: Order): boolean {
  return startsClock.has(action) || Boolean(question);
}

/** The calls with a wrong code that an order remembers: more than it bears, since several may come at once. */
export const wrongCodeLimit = 16;

/**
 * A repeated request, an acceptance that is the caller's already, and joining what one has joined are answered again
 * without a write.
 */
export function earlierAnswer(
  context: Context,
  caller: SignedIn,
  command: OrderCommand,
  order: Order,
): Result<Order> | undefined {
  const isHolder = seatOf(order, caller.login.personId) !== undefined;
  const isWinner = command.action === 'accept' && order.status === 'accepted' && isHolder && !mayNameMore(command);
  const replay = replayOf(requestsOf(order), context.request, () => order);
  const isOneOfThem = command.action === 'join' && !order.closed && hasJoined(order, caller.login.personId);
  return replay ?? wrongCodeAgain(context, order) ?? (isWinner || isOneOfThem ? done(order) : undefined);
}

/** A captain who goes may still send others of the team. */
function mayNameMore(command: OrderCommand): boolean {
  return command.action === 'accept' && command.assignedMember !== null;
}

/** A wrong code that was counted is answered again as it was; its request gives no second try with another code. */
function wrongCodeAgain({ request }: Context, { wrongCodes = [], finishAttempts }: Order): Refusal | undefined {
  const replay = replayOf(wrongCodes, request, () => undefined);
  if (!replay) return undefined;
  return replay.ok ? refuseCode(maxCodeAttempts - finishAttempts, 'evidence.code') : replay;
}

export function commandContext(context: Context, caller: SignedIn, input: MoveInput) {
  return { actor: orderActor(caller), at: context.clock.now(), version: input.version, request: context.request };
}
