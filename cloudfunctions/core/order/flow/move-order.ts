import type { OrderView } from '../../../../miniprogram/contracts/order';
import { readRecipients, notify } from '../../message/notify';
import type { SignedIn } from '../../access/caller';
import type { Context } from '../../platform/context';
import { replayOf } from '../../platform/request';
import { done, refuse, type Refusal, type Result } from '../../platform/result';
import type { OrderCommand } from '../rules/command';
import { decideForCaller } from './decide-for-caller';
import { evolve } from '../rules/evolve';
import { hasJoined } from '../rules/moves/join';
import { notificationsOf } from './notifications';
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
export type BeforeWrite = (after: Order) => Promise<Refusal | Order | undefined>;

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
    if (!('before' in prepared)) return prepared.ok ? presentOrder(context, caller, prepared.data) : prepared;
    const { before, after } = prepared;
    const notifications = notificationsOf(before, after);
    const recipients = readRecipients(context, notifications);
    const isWritten = await writeMove(context, before, after).finally(() => recipients);
    if (isWritten) {
      await notify(context, notifications, recipients);
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
  const decided = decideForCaller(caller, before, attempt.command, commandContext(context, caller, attempt.input));
  if (!decided.ok) return attempt.onRefusal ? attempt.onRefusal(before, decided) : decided;
  const after = evolve(before, decided.data);
  const checked = await attempt.beforeWrite?.(after);
  if (checked && !('_id' in checked)) return checked;
  return { before, after: checked ?? after };
}

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
  const isWinner =
    command.action === 'accept' && order.status === 'accepted' && order.assignee?.personId === caller.login.personId;
  const replay = replayOf(requestsOf(order), context.request, () => order);
  const isOneOfThem = command.action === 'join' && !order.closed && hasJoined(order, caller.login.personId);
  return replay ?? (isWinner || isOneOfThem ? done(order) : undefined);
}

export function commandContext(context: Context, caller: SignedIn, input: MoveInput) {
  return { actor: orderActor(caller), at: context.clock.now(), version: input.version, request: context.request };
}
