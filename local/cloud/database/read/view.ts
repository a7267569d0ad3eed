import type { Plan } from '../planner/plan';
import type { Overlay } from './scan';
import type { Collection } from '../storage/catalog';
import type { Store } from '../storage/store';
import type { Fields } from '../values/value';

/** The database as one request sees it: what is committed, or a transaction's snapshot with its own writes. */
export interface View {
  store: Store;
  strict: boolean;
  overlay(collection: Collection): Overlay;
  /** told of every plan before it runs; strict mode refuses here */
  approve(collection: Collection, plan: Plan, query: { sortsInMemory: boolean; filter: Fields }): void;
  /** @throws DatabaseError when there is no such collection */
  collection(name: string): Collection;
}
