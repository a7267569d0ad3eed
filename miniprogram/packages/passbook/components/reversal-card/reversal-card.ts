import type { Tapped } from '../../../../page/events';
import type { ReversalRow } from '../../views/reversal-row';

const none: ReversalRow | Record<string, never> = {};

export type ReversalStep = 'ask' | 'later' | 'sign' | 'refuse' | 'propose' | 'uphold' | 'open';

/**
 * An entry that waits: for an answer to an objection, or for the second person of a reversal, who is asked again before
 * they sign (`confirming`). Event: `step` with `step` and `reversalId`.
 */
Component({
  properties: {
    reversal: { type: Object, value: none },
    confirming: Boolean,
    busy: Boolean,
  },
  methods: {
    step(event: Tapped<{ step: ReversalStep }>) {
      const { step } = event.currentTarget.dataset;
      if (step === 'later' && this.data.busy) return;
      this.triggerEvent('step', { step, reversalId: this.data.reversal.reversalId });
    },
  },
});
