import type { AskSheet } from '../../../text/order/sheets';

const none: AskSheet | Record<string, never> = {};

/** Asks for a reason, words, or both, from the foot of the screen. Events: `done` with `reason` and `words`; `leave`. */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    sheet: { type: Object, value: none },
    busy: { type: Boolean, value: false },
    problem: { type: String, value: '' },
    most: { type: Number, value: 200 },
  },
  data: { reason: '', words: '' },
  observers: {
    visible(visible: boolean) {
      if (visible) this.setData({ reason: '', words: '' });
    },
  },
  methods: {
    choose(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ reason: event.detail.value });
    },
    write(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ words: event.detail.value });
    },
    done() {
      const { reason, words } = this.data;
      this.triggerEvent('done', { reason, words: words.trim() });
    },
    leave() {
      this.triggerEvent('leave');
    },
    /** The grey around it was touched. */
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.leave();
    },
  },
});
