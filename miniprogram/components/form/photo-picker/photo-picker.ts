import type { Tapped } from '../../../page/events';
import type { PickedPhoto } from '../../../views/order/picked-photo';

const none: PickedPhoto[] = [];

/** Up to `max` photos. Events: `add`; with `index`: `remove`, `retry` (a failed one), `see`. */
Component({
  properties: {
    photos: { type: Array, value: none },
    max: { type: Number, value: 3 },
  },
  methods: {
    add() {
      this.triggerEvent('add');
    },
    remove(event: Tapped<{ index: number }>) {
      this.triggerEvent('remove', { index: event.currentTarget.dataset.index });
    },
    touch(event: Tapped<{ index: number }>) {
      const { index } = event.currentTarget.dataset;
      this.triggerEvent(this.data.photos[index]?.state === 'failed' ? 'retry' : 'see', { index });
    },
  },
});
