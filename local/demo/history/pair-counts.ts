import {
  countPair,
  isUnderCap,
  pairIdOf,
  type PairCase,
  type PairCount,
} from '../../../cloudfunctions/core/passbook/pairs/pair-count';

/** How often one person earned by another's word, as the endpoints would have counted it. */
export class PairCounts {
  private readonly counts = new Map<string, PairCount>();

  isUnderCap(one: PairCase): boolean {
    return isUnderCap(this.counts.get(pairIdOf(one)), one.cap);
  }

  add(one: PairCase, isPaid: boolean): void {
    const id = pairIdOf(one);
    this.counts.set(id, countPair(this.counts.get(id), one, isPaid));
  }

  documents(): readonly PairCount[] {
    return [...this.counts.values()];
  }
}
