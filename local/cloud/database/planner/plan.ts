import type { IndexDefinition } from '../storage/catalog';
import { idIndexName } from '../storage/catalog';
import type { KeyRange } from '../storage/store';

export interface IndexPlan {
  kind: 'index';
  index: IndexDefinition;
  /** in the order of the index */
  ranges: KeyRange[];
  backward: boolean;
  /** true when documents come in the order that was asked for */
  sorted: boolean;
  /** true when stretches must be read side by side to keep that order */
  merged: boolean;
  /** only equalities on `_id` */
  isById: boolean;
}

export interface NearPlan {
  kind: 'near';
  index: IndexDefinition;
  /** equalities on the fields before the place */
  prefixes: Buffer[];
}

/** How documents are found. */
export type Plan = IndexPlan | NearPlan | { kind: 'either'; branches: IndexPlan[] } | { kind: 'collection' };

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
      return plan.isById && plan.index.name === idIndexName ? 'IDHACK' : `IXSCAN ${plan.index.name}`;
  }
}

export function indexesOf(plan: Plan): IndexDefinition[] {
  if (plan.kind === 'either') return plan.branches.flatMap(indexesOf);
  return plan.kind === 'collection' ? [] : [plan.index];
}
