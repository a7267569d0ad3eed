/** Asks for a phone number once, and says what for. Events: `done` with `phoneCode` (WeChat's) or `phone`, and `name` where it was said; `leave`. */
const mobilePattern = /^1\d{10}$/;

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
      else this.triggerEvent('done', { phoneCode: code, ...this.said() });
    },
    type() {
      this.setData({ typing: true });
    },
    writePhone(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const phone = event.detail.value.replace(/\s/g, '');
      this.setData({ phone, mayFinish: mobilePattern.test(phone) && this.data.name.trim() !== '' });
    },
    writeName(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const name = event.detail.value;
      this.setData({ name, mayFinish: mobilePattern.test(this.data.phone) && name.trim() !== '' });
    },
    done() {
      this.triggerEvent('done', { phone: this.data.phone, ...this.said() });
    },
    said(): { name?: string } {
      const name = this.data.name.trim();
      return name === '' ? {} : { name };
    },
    leave() {
      this.triggerEvent('leave');
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.leave();
    },
  },
});
