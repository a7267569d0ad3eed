import type { Result } from '../../platform/result';
import type { Deed, OrderCommand } from '../command';
import type { Relation } from '../lifecycle';
import type { OrderChange } from '../evolve';
import type { OrderState, TrailLine } from '../order';
import { escalate, lapse, warn } from './by-clock';
import { accept, complete, decline, release } from './by-helper';
import { cancel, confirm, join, reopen } from './by-requester';
import { dispatch, merge, refuse, remind, transfer } from './by-staff';

/** What a move changes and what its trail line says beside who and when. */
export interface Outcome {
  readonly change: OrderChange;
  readonly line?: Partial<Pick<TrailLine, 'reason' | 'note' | 'count'>>;
}

/** A deed with what its actor is to the order. */
export interface Standing extends Deed {
  readonly relations: ReadonlySet<Relation>;
}

/** The body of each move; `decide` has looked at status, person and version before. */
export function changeOf(order: OrderState, command: OrderCommand, standing: Standing): Result<Outcome> {
  switch (command.action) {
    case 'dispatch':
      return dispatch(order, command, standing);
    case 'accept':
      return accept(order, command, standing);
    case 'decline':
      return decline(order, command, standing);
    case 'release':
      return release(order, command, standing);
    case 'complete':
      return complete(order, command, standing);
    case 'confirm':
      return confirm(order, command, standing);
    case 'reopen':
      return reopen(order, command);
    case 'cancel':
      return cancel(order, command, standing);
    case 'refuse':
      return refuse(order, command, standing);
    case 'merge':
      return merge(order, command, standing);
    case 'transfer':
      return transfer(order, command, standing);
    case 'remind':
      return remind(order, standing);
    case 'join':
      return join(order, standing);
    case 'warn':
      return warn(order, standing);
    case 'escalate':
      return escalate(order, standing);
    case 'lapse':
      return lapse(order, standing);
  }
}
