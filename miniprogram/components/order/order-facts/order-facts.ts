import type { Tapped } from '../../../page/events';
import type { Work } from '../../../views/order/work';

const none: Work | Record<string, never> = {};

/** The people, the evidence, the resident's word, and the whole trail. Event: `call` with `party` and `phone`. */
Component({
  properties: {
    order: { type: Object, value: none },
  },
  methods: {
    call(event: Tapped<{ party: string; phone: string }>) {
      const { party, phone } = event.currentTarget.dataset;
      this.triggerEvent('call', { party, phone });
    },
  },
});
