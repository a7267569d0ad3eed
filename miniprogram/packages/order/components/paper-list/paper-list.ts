import type { Emitted } from '../../../../page/events';
import type { Papers } from '../../views/papers';

const none: Papers | null = null;

/** Papers to bring, and which are there. Event: `tick` with `paper` and `done`. */
Component({
  properties: {
    papers: { type: Object, value: none },
  },
  methods: {
    tick({ detail, currentTarget }: Emitted<{ value: boolean }> & { currentTarget: { dataset: { paper: number } } }) {
      this.triggerEvent('tick', { paper: currentTarget.dataset.paper, done: detail.value });
    },
  },
});
