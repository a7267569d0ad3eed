import { limits } from '../../../../contracts/limits';
import type { MemberClass } from '../../../../contracts/passbook';
import type { Chosen, Tapped } from '../../../../page/events';
import { branchMissing, membershipChoices, noMember } from '../../text/branches';

export interface WantedMember {
  readonly personId: string;
  readonly name: string;
  /** Null: no member any more. */
  readonly memberClass: MemberClass | null;
  readonly reason: string;
}

/** Somebody who was found, or a member of the branch. `line`: what they are there now. */
export interface Candidate {
  readonly personId: string;
  readonly name: string;
  readonly line?: string;
}

const nobody: Candidate[] = [];
const nothing = { personId: '', name: '', words: '', memberClass: '', reason: '' };

/**
 * Who belongs to the branch of the reader, in which class, and why that changes. Events: `find` with `value`, `done`
 * with a WantedMember, `leave`.
 */
Component({
  properties: {
    /** Members of the branch that were read, or whoever was found. */
    people: { type: Array, value: nobody },
    hasMore: Boolean,
    reading: Boolean,
    busy: Boolean,
    problem: String,
  },
  data: { ...nothing, classes: membershipChoices, missing: '', maxReason: limits.reasonWords },
  methods: {
    writeWords(event: Chosen) {
      this.setData({ words: event.detail.value });
    },
    find() {
      const value = this.data.words.trim();
      if (value !== '') this.triggerEvent('find', { value });
    },
    more() {
      this.triggerEvent('more');
    },
    choose(event: Tapped<{ person: string; name: string }>) {
      const { person: personId, name } = event.currentTarget.dataset;
      this.setData({ personId, name, missing: '' });
    },
    chooseAnother() {
      this.setData({ personId: '', name: '' });
    },
    chooseClass(event: Chosen) {
      this.setData({ memberClass: event.detail.value, missing: '' });
    },
    write(event: Chosen) {
      this.setData({ reason: event.detail.value, missing: '' });
    },
    done() {
      const { personId, name } = this.data;
      const chosen = membershipChoices.find(({ value }) => value === this.data.memberClass);
      const reason = this.data.reason.trim();
      if (personId === '') this.setData({ missing: branchMissing.person });
      else if (!chosen) this.setData({ missing: branchMissing.memberClass });
      else if (reason === '') this.setData({ missing: branchMissing.cause });
      else {
        const memberClass = chosen.value === noMember ? null : chosen.value;
        this.triggerEvent('done', { personId, name, memberClass, reason });
      }
    },
    leave() {
      this.triggerEvent('leave');
    },
  },
});
