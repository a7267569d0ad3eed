/** Asks for a phone number once, and says what for. Events: `done` with `phoneCode` (WeChat's) or `phone` and `name`; `leave`. */
const phonePattern = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/;

Component({
  properties: {
    visible: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
    problem: { type: String, value: '' },
  },
  data: { typing: false, phone: '', name: '', mayFinish: false },
  methods: {
    fromWeChat(event: WechatMiniprogram.CustomEvent<{ code?: string }>) {
      const { code } = event.detail;
      if (code === undefined) this.setData({ typing: true });
      else this.triggerEvent('done', { phoneCode: code });
    },
    type() {
      this.setData({ typing: true });
    },
    writePhone(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const phone = event.detail.value.replace(/\s/g, '');
      this.setData({ phone, mayFinish: phonePattern.test(phone) });
    },
    writeName(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ name: event.detail.value });
    },
    done() {
      const { phone, name } = this.data;
      this.triggerEvent('done', name.trim() === '' ? { phone } : { phone, name: name.trim() });
    },
    leave() {
      this.triggerEvent('leave');
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.leave();
    },
  },
});
