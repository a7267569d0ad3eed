import type { Tapped } from '../../../page/events';
import type { HatRow } from '../../../views/person/hats';

const none: HatRow[] = [];

/** Hats as things to put on: one tap. Event: `switch` with `key`. */
Component({
  properties: {
    hats: { type: Array, value: none },
    busy: String,
  },
  methods: {
    switchHat(event: Tapped<{ key: string }>) {
      this.triggerEvent('switch', { key: event.currentTarget.dataset.key });
    },
  },
});
