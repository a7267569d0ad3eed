import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { decideOnMove } from './decide';
import { listMoves } from './list';
import { registerMoveIn } from './register-in';
import { registerMoveOut } from './register-out';
import { withdrawMove } from './withdraw';

/** Who moves into households and out of them. */
export const residenceEndpoints = {
  'residence.registerIn': registerMoveIn,
  'residence.registerOut': registerMoveOut,
  'residence.withdraw': withdrawMove,
  'residence.list': listMoves,
  'residence.decide': decideOnMove,
} satisfies Partial<Routes<Caller>>;
