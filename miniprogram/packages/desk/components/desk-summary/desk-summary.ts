import type { Tapped } from '../../../../page/events';
import type { Desk } from '../../views/desk';

const none: Desk | Record<string, never> = {};

/** What needs a decision today, then honest numbers, then the way to their month. Event: `open` with `list`. */
Component({
  properties: {
    desk: { type: Object, value: none },
  },
  methods: {
    open(event: Tapped<{ list: string }>) {
      this.triggerEvent('open', event.currentTarget.dataset);
    },
  },
});
