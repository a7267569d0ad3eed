import type { Candidate } from '../../../views/order/dispatch';

const none: Candidate = { memberId: '', name: '', mark: '', load: '', reasons: [], chosen: false };

/** Somebody who could go, with the reasons. Event: `choose` with `memberId`. */
Component({
  properties: {
    /** So large that the reasons go below, at full width. */
    large: { type: Boolean, value: false },
    candidate: { type: Object, value: none },
  },
  methods: {
    choose() {
      this.triggerEvent('choose', { memberId: this.data.candidate.memberId });
    },
  },
});
