import type { TrailLine } from '../document/order';
import type { CommandContext } from './command';
import type { OrderChange } from './evolve';
import type { Relation } from './lifecycle';

/** What a move changes and what its trail line says beside who and when. */
export interface MoveEffect {
  readonly change: OrderChange;
  readonly line?: Partial<Pick<TrailLine, 'reason' | 'note' | 'count'>>;
}

/** The context of a command, with what its actor is to the order. */
export interface MoveContext extends CommandContext {
  readonly relations: ReadonlySet<Relation>;
}
