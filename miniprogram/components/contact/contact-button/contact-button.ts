/** Dials in one tap. `kind`: main (the one thing to do), quiet, white, line, or plate (an icon alone). */
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
      if (phone !== '') wx.makePhoneCall({ phoneNumber: phone.replace(/[^\d+]/g, ''), fail: () => undefined });
    },
  },
});
