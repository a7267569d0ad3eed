import { emergencyNumbers } from '../../../contracts/limits';
import type { Tapped } from '../../../page/events';

/** Last and quiet on every page for residents, and one tap away. */
Component({
  properties: {
    elder: Boolean,
    /** What they are for stands above them already. */
    bare: Boolean,
  },
  data: { numbers: [...emergencyNumbers] },
  methods: {
    dial(event: Tapped<{ number: string }>) {
      wx.makePhoneCall({ phoneNumber: event.currentTarget.dataset.number, fail: () => undefined });
    },
  },
});
