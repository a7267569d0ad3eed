import type { IndexDefinition } from '../storage/catalog';
import { idIndexName } from '../storage/catalog';
import type { KeyRange } from '../storage/store';

export interface IndexPlan {
  readonly kind: 'index';
  readonly index: IndexDefinition;
  /** In the order of the index. */
  readonly ranges: KeyRange[];
  readonly backward: boolean;
  /** True when documents come in the order that was asked for. */
  readonly sorted: boolean;
  /** True when ranges must be read side by side to keep that order. */
  readonly merged: boolean;
  /** Only equalities on `_id`. */
  readonly isById: boolean;
}

export interface NearPlan {
  readonly kind: 'near';
  readonly index: IndexDefinition;
  /** Equalities on the fields before the place. */
  readonly prefixes: Buffer[];
}

/** How documents are found. */
export type Plan = IndexPlan | NearPlan | { kind: 'either'; branches: IndexPlan[] } | { kind: 'collection' };

/** What the trace calls a plan that goes by ids. */
export const planOfIds = 'IDHACK';

/** The name that the trace shows. */
export function planName(plan: Plan): string {
  switch (plan.kind) {
    case 'collection':
      return 'COLLSCAN';
    case 'near':
      return `GEO_NEAR ${plan.index.name}`;
    case 'either':
      return `OR(${plan.branches.map(planName).join(', ')})`;
    case 'index':
      return plan.isById && plan.index.name === idIndexName ? planOfIds : `IXSCAN ${plan.index.name}`;
  }
}

export function indexesOf(plan: Plan): IndexDefinition[] {
  if (plan.kind === 'either') return plan.branches.flatMap(indexesOf);
  return plan.kind === 'collection' ? [] : [plan.index];
}
