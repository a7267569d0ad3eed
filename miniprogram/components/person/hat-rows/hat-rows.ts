import type { HatRow } from '../../../text/person/hats';

const none: HatRow[] = [];

/** Hats as things to put on: one tap. Event: `wear` with `key`. */
Component({
  properties: {
    hats: { type: Array, value: none },
    busy: { type: String, value: '' },
  },
  methods: {
    wear(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { key: string }>) {
      this.triggerEvent('wear', { key: event.currentTarget.dataset.key });
    },
  },
});
