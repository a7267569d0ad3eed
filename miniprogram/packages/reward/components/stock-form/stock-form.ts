import { limits } from '../../../../contracts/limits';
import type { Chosen } from '../../../../page/events';
import { formProblems } from '../../text/stock';
import { centsOf, countOf } from '../../views/numbers';

/** A delivery, or a count: `quantity` is what came or what was counted. */
export interface StockEntry {
  readonly quantity: number;
  readonly costCents: number;
  readonly reason: string;
}

/** Asks how many came and for how much, or how many were counted and why. Events: `done` with a StockEntry, `leave`. */
Component({
  properties: { kind: String, name: String, busy: Boolean, problem: String },
  data: { quantity: '', cost: '', reason: '', missing: '', maxWords: limits.reasonWords },
  methods: {
    writeQuantity(event: Chosen) {
      this.setData({ quantity: event.detail.value, missing: '' });
    },
    writeCost(event: Chosen) {
      this.setData({ cost: event.detail.value, missing: '' });
    },
    writeReason(event: Chosen) {
      this.setData({ reason: event.detail.value, missing: '' });
    },
    done() {
      const isCount = this.data.kind === 'count';
      const quantity = countOf(this.data.quantity, isCount ? 0 : 1);
      const costCents = isCount ? 0 : centsOf(this.data.cost);
      const reason = this.data.reason.trim();
      if (quantity === undefined) this.setData({ missing: isCount ? formProblems.counted : formProblems.quantity });
      else if (costCents === undefined) this.setData({ missing: formProblems.cost });
      else if (isCount && reason === '') this.setData({ missing: formProblems.reason });
      else this.triggerEvent('done', { quantity, costCents, reason });
    },
    leave() {
      this.triggerEvent('leave');
    },
  },
});
