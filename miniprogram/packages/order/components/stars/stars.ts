import type { Tapped } from '../../../../page/events';

/** One to five, each as large as a finger. Event: `choose` with `stars`; `fixed` only shows. */
Component({
  properties: { stars: Number, fixed: Boolean },
  data: { values: [1, 2, 3, 4, 5] },
  methods: {
    choose(event: Tapped<{ stars: number }>) {
      if (!this.data.fixed) this.triggerEvent('choose', { stars: event.currentTarget.dataset.stars });
    },
  },
});
