/** Asks for a phone number once, and says what for. Events: `done` with `phoneCode` (WeChat's) or `phone`, and `name` where it was said; `leave`. */
const mobilePattern = /^1\d{10}$/;

Component({
  properties: {
    visible: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
    problem: { type: String, value: '' },
  },
  data: { typing: false, phone: '', name: '', lacking: '' },
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
      this.setData({ phone, lacking: '' });
    },
    writeName(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ name: event.detail.value, lacking: '' });
    },
    /** A button that stays grey says nothing: it takes the tap, and names what is missing. */
    done() {
      const lacking = this.data.name.trim() === '' ? 'name' : mobilePattern.test(this.data.phone) ? '' : 'phone';
      if (lacking !== '') {
        this.setData({ lacking });
        return;
      }
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
