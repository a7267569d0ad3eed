import type { Emitted } from '../../../page/events';
import type { HatRow } from '../../../views/person/hats';

const none: HatRow[] = [];

/** The hats, from the foot of the screen. Events: `switch` with `key`, `leave`. */
Component({
  properties: {
    visible: Boolean,
    hats: { type: Array, value: none },
    busy: String,
  },
  methods: {
    switchHat(event: Emitted<{ key: string }>) {
      this.triggerEvent('switch', event.detail);
    },
    leave() {
      this.triggerEvent('leave');
    },
  },
});
