import type { Category } from '../../../../miniprogram/contracts/category';
import type { OrderKind } from '../../../../miniprogram/contracts/order';
import type { PlaceRef } from '../../place/place';
import type { CourtyardHead, Party } from '../document/order';
import type { OrderTerms } from '../document/terms';
import type { WishTerms } from '../document/wish-terms';

/** What triage makes of an order (S2-11). */
export interface Reclassified {
  readonly category: Category;
  readonly kind: OrderKind;
  readonly urgent: boolean;
  /** Made private; nobody makes it public again. */
  readonly private: boolean;
  /** The policy's terms for such an order, as of now. */
  readonly terms: OrderTerms;
  /** Of a wish: what it may cost, and what everybody reads of it. */
  readonly wish: WishTerms | null;
  readonly wishCapYuan: number;
  /** Of what becomes an errand: the head of its courtyard; absent for nobody. */
  readonly head?: CourtyardHead;
  readonly note: string | null;
}

/** Where an order really is for, and who looks after that place. */
export interface Relocated {
  readonly place: PlaceRef;
  readonly worker: Party | null;
  readonly leader: Party | null;
  readonly secretary: Party | null;
  /** Of an errand: the head of its right courtyard; absent for nobody. */
  readonly head?: CourtyardHead;
  readonly note: string | null;
}
