import type { ReversalRow } from '../../text/passbook';

const none: ReversalRow = { reversalId: '', title: '', line: '', points: '', reason: '', mine: false };

/** A reversal to sign or to leave. Event: `sign` with `reversalId` and `agree`. */
Component({
  properties: {
    reversal: { type: Object, value: none },
    busy: { type: Boolean, value: false },
  },
  methods: {
    agree() {
      this.triggerEvent('sign', { reversalId: this.data.reversal.reversalId, agree: true });
    },
    refuse() {
      if (!this.data.busy) this.triggerEvent('sign', { reversalId: this.data.reversal.reversalId, agree: false });
    },
  },
});
