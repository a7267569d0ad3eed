import type { Result } from '../../../platform/result';
import type { OrderCommand } from '../command';
import type { OrderState } from '../../document/order';
import { warn } from './warn';
import { lapse } from './lapse';
import { escalate } from './escalate';
import { accept } from './accept';
import { complete } from './complete';
import { release } from './release';
import { decline } from './decline';
import { confirm } from './confirm';
import { join } from './join';
import { cancel } from './cancel';
import { reopen } from './reopen';
import { dispatch } from './dispatch';
import { remind } from './remind';
import { transfer } from './transfer';
import { merge } from './merge';
import { refuse } from './refuse';
import type { MoveEffect, MoveContext } from '../effect';

/** The body of each move; `decide` has looked at status, person and version before. */
export function effectOf(order: OrderState, command: OrderCommand, standing: MoveContext): Result<MoveEffect> {
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
