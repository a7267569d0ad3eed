import { emergencyNumbers } from '../../../contracts/limits';

/** Last and quiet on every page for residents, and one tap away. */
Component({
  properties: {
    elder: { type: Boolean, value: false },
    /** What they are for has been said already. */
    bare: { type: Boolean, value: false },
  },
  data: { numbers: [...emergencyNumbers] },
  methods: {
    dial(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { number: string }>) {
      wx.makePhoneCall({ phoneNumber: event.currentTarget.dataset.number, fail: () => undefined });
    },
  },
});
