import type { Step } from '../../views/steps';

const none: Step[] = [];

/** Steps from top to bottom: what is done, what is on now, what is still to come. */
Component({
  properties: {
    steps: { type: Array, value: none },
  },
});
