import type { Tapped } from '../../../page/events';
import type { SelectionFailure } from '../../../views/selection';
import type { Choice } from '../../../text/choice';

const noFailures: readonly SelectionFailure[] = [];
const noActions: readonly Choice[] = [];

/**
 * What is done with the chosen lines of a list (page/selection.ts). Events: `send` with the action's value, `all`,
 * `leave`.
 */
Component({
  properties: {
    count: Number,
    actions: { type: Array, value: noActions },
    failures: { type: Array, value: noFailures },
    busy: Boolean,
  },
  methods: {
    send(event: Tapped<{ value: string }>) {
      this.triggerEvent('send', { value: event.currentTarget.dataset.value });
    },
    all() {
      this.triggerEvent('all');
    },
    leave() {
      this.triggerEvent('leave');
    },
  },
});
