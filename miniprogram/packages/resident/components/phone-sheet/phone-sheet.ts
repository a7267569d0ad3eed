import { limits } from '../../../../contracts/limits';
import type { Chosen, Emitted } from '../../../../page/events';
import { phoneProblem } from '../../../../text/person/phone';
import { missing as missingLines } from '../../text/new-order';

/**
 * Asks for a phone number once, and says what for. Events: `done` with `phoneCode` (WeChat's) or `phone`, and `name`
 * where it was entered; `leave`.
 */
Component({
  properties: { visible: Boolean, busy: Boolean, problem: String },
  data: { typing: false, phone: '', name: '', missing: '', maxPhone: limits.typedPhone },
  methods: {
    fromWeChat(event: Emitted<{ code?: string }>) {
      const { code } = event.detail;
      if (code === undefined) this.setData({ typing: true });
      else this.triggerEvent('done', { phoneCode: code, ...this.nameInput() });
    },
    type() {
      this.setData({ typing: true });
    },
    writePhone(event: Chosen) {
      this.setData({ phone: event.detail.value, missing: '' });
    },
    writeName(event: Chosen) {
      this.setData({ name: event.detail.value, missing: '' });
    },
    /** A button that stays grey says nothing: it takes the tap, and names what is missing. */
    done() {
      const { name, phone } = this.data;
      const missing = name.trim() === '' ? missingLines.name : phoneProblem(phone);
      if (missing !== '') this.setData({ missing });
      else this.triggerEvent('done', { phone, ...this.nameInput() });
    },
    nameInput(): { name?: string } {
      const name = this.data.name.trim();
      return name === '' ? {} : { name };
    },
    leave() {
      this.triggerEvent('leave');
    },
  },
});
