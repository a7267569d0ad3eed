import type { Work } from '../../views/work';

const none: Work | Record<string, never> = {};

/** What is wanted, where and when, for those who work on it. */
Component({
  properties: {
    order: { type: Object, value: none },
  },
});
