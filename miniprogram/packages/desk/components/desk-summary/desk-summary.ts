import type { Tapped } from '../../../../page/events';
import type { Desk } from '../../views/desk';

const none: Desk | Record<string, never> = {};

/** What needs a decision today, then honest numbers, then the way to their month. Events: `open` with `list`;
 * `figure` with `figure`, whose orders are to be shown. */
Component({
  properties: {
    desk: { type: Object, value: none },
  },
  methods: {
    openFigure(event: Tapped<{ figure: string }>) {
      this.triggerEvent('figure', event.currentTarget.dataset);
    },
    open(event: Tapped<{ list: string }>) {
      this.triggerEvent('open', event.currentTarget.dataset);
    },
  },
});
