import type { Tapped } from '../../../page/events';
import type { Counter } from '../../../views/order/counters';

const none: Counter[] = [];

/** Counts that are the filter. Event: `choose` with `value`. */
Component({
  properties: {
    counters: { type: Array, value: none },
    value: String,
  },
  methods: {
    choose(event: Tapped<{ value: string }>) {
      this.triggerEvent('choose', { value: event.currentTarget.dataset.value });
    },
  },
});
