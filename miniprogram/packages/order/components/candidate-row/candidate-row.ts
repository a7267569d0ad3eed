import { noCandidate } from '../../views/dispatch';

/** Somebody who could go, with the reasons. Event: `choose` with `memberId`. */
Component({
  properties: {
    /** So large that the reasons go below, at full width. */
    large: Boolean,
    candidate: { type: Object, value: noCandidate },
  },
  methods: {
    choose() {
      this.triggerEvent('choose', { memberId: this.data.candidate.memberId });
    },
  },
});
