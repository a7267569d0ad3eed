import type { HatRow } from '../../../text/person/hats';

const none: HatRow[] = [];

/** The hats, from the foot of the screen. Events: `wear` with `key`, `leave`. */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    hats: { type: Array, value: none },
    busy: { type: String, value: '' },
  },
  methods: {
    wear(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.triggerEvent('wear', event.detail);
    },
    leave() {
      this.triggerEvent('leave');
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.leave();
    },
  },
});
