import type { Step } from '../../../text/order/trail';

const none: Step[] = [];

/** A way from top to bottom: what is done, what is on now, what is still to come. */
Component({
  properties: {
    steps: { type: Array, value: none },
  },
});
