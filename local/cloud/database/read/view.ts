import type { Plan } from '../planner/plan';
import type { Collection } from '../storage/catalog';
import type { Store } from '../storage/store';
import type { Fields } from '../values/value';
import type { Overlay } from './scan';

/** The database as one request sees it: what is committed, or a transaction's snapshot with its own writes. */
export interface View {
  readonly store: Store;
  readonly strict: boolean;
  overlay(collection: Collection): Overlay;
  /** Called with every plan before it runs; strict mode refuses here. */
  checkPlan(collection: Collection, plan: Plan, query: { sortsInMemory: boolean; filter: Fields }): void;
  /** @throws DatabaseError when there is no such collection */
  collection(name: string): Collection;
}
