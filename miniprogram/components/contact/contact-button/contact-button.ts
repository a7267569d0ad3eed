import { readPhone } from '../../../contracts/phone-number';
import { extensionLine } from '../../../text/person/phone';

/**
 * Dials in one tap; an extension, which is dialled after the answer, is said. `kind`: main (the one thing to do),
 * quiet, white, line, or plate (an icon alone). Event: `called`.
 */
Component({
  properties: {
    phone: String,
    text: String,
    kind: { type: String, value: 'main' },
    label: String,
  },
  methods: {
    dial() {
      const { phone } = this.data;
      if (phone === '') return;
      const reading = readPhone(phone);
      const number = reading.ok ? reading.value.number : phone.replace(/[^\d+]/g, '');
      const extension = reading.ok ? reading.value.extension : undefined;
      if (extension !== undefined) wx.showToast({ title: extensionLine(extension), icon: 'none', duration: 3000 });
      wx.makePhoneCall({ phoneNumber: number, fail: () => undefined });
      this.triggerEvent('called');
    },
  },
});
