import type { AlertNeed, AlertOutcome, AlertState } from '../../../miniprogram/contracts/alert';
import type { Hat } from '../../../miniprogram/contracts/hat';
import type { Acts } from '../access/act';
import type { Outbox } from '../message/outbox';
import type { PlaceRef } from '../place/place';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/** Somebody who is told of an alert. */
export interface Responder {
  readonly personId: string;
  readonly name: string;
  /** By which they are told; absent in alerts of before. */
  readonly hat?: Hat;
}

/**
 * Somebody called for help that cannot wait for an order. It is told at once, and stays with whoever looks after the
 * place until they say how it ended. `_id` derives from whose phone it is, the day, and how many came before.
 */
export interface Alert extends Outbox, Acts {
  readonly _id: string;
  readonly communityId: string;
  readonly need: AlertNeed;
  readonly state: AlertState;
  readonly place: PlaceRef;
  /** Every place above it, and itself. */
  readonly scopes: readonly string[];
  /** Whose phone it was; '' once it is forgotten. */
  readonly openid: string;
  /** Null for somebody with a card and no login, and once it is forgotten. */
  readonly by: { readonly personId: string; readonly name: string; readonly phone: string } | null;
  /** Who is told, one after the other, as the posts were held when it was made. */
  readonly responders: readonly Responder[];
  /** How many of them were told. */
  readonly told: number;
  /** When the next of them is told; absent where nobody is left, and once it ended. */
  readonly nextAt?: Date;
  readonly outcome: AlertOutcome | null;
  readonly settled: { readonly name: string; readonly hat: Hat; readonly at: Date } | null;
  readonly at: Date;
  /** Sorts by `at` and is unique. */
  readonly listKey: string;
  /** When it is forgotten who asked; absent once it is. */
  readonly forgetAt?: Date;
  readonly updatedAt: Date;
  /** The calls that made it, and ended it. */
  readonly requests: readonly RequestRecord[];
}

export const alerts = collection<Alert>('alerts');

/** Fields that no list needs. */
export const unlistedAlert = ['outbox', 'acts', 'requests', 'scopes', 'openid'] as const;
