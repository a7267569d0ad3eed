import { limits } from '../../../../contracts/limits';
import type { Chosen } from '../../../../page/events';
import { walkInMissing } from '../../text/sign-in';

/** Who came, as it is typed. */
export interface WalkInEntry {
  readonly name: string;
  /** Four digits, or ''. */
  readonly phoneEnd: string;
}

/** Somebody of another branch who came to a meeting. Events: `done` with a WalkInEntry, `leave`. */
Component({
  properties: { busy: Boolean, problem: String },
  data: { name: '', phoneEnd: '', missing: '', maxName: limits.personName },
  methods: {
    writeName(event: Chosen) {
      this.setData({ name: event.detail.value, missing: '' });
    },
    writePhoneEnd(event: Chosen) {
      this.setData({ phoneEnd: event.detail.value, missing: '' });
    },
    done() {
      const name = this.data.name.trim();
      const phoneEnd = this.data.phoneEnd.trim();
      if (name === '') this.setData({ missing: walkInMissing.name });
      else if (phoneEnd !== '' && !/^\d{4}$/.test(phoneEnd)) this.setData({ missing: walkInMissing.phoneEnd });
      else this.triggerEvent('done', { name, phoneEnd });
    },
    leave() {
      this.triggerEvent('leave');
    },
  },
});
