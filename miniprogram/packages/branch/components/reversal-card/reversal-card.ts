import type { ReversalRow } from '../../../../views/passbook/reversals';

const none: ReversalRow | Record<string, never> = {};

export type ReversalStep = 'ask' | 'later' | 'sign' | 'refuse' | 'propose' | 'keep' | 'open';

/** A line that waits: for an answer to an objection, or for the second person of an undo, who is asked again. Event: `step` with `step` and `reversalId`. */
Component({
  properties: {
    reversal: { type: Object, value: none },
    sure: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
  },
  methods: {
    step(step: ReversalStep) {
      this.triggerEvent('step', { step, reversalId: this.data.reversal.reversalId });
    },
    ask() {
      this.step('ask');
    },
    later() {
      if (!this.data.busy) this.step('later');
    },
    sign() {
      this.step('sign');
    },
    refuse() {
      this.step('refuse');
    },
    propose() {
      this.step('propose');
    },
    keep() {
      this.step('keep');
    },
    open() {
      this.step('open');
    },
  },
});
