import type { BranchMember } from '../../../../contracts/branch';
import { limits } from '../../../../contracts/limits';
import type { Chosen, Tapped } from '../../../../page/events';
import type { Choice } from '../../../../text/choice';
import { branchMissing } from '../../text/branches';

export interface WantedTransfer {
  readonly personId: string;
  readonly name: string;
  readonly toBranchId: string;
  readonly reason: string;
}

const nobody: Pick<BranchMember, 'personId' | 'name'>[] = [];
const noBranches: Choice[] = [];
const nothing = { personId: '', name: '', toBranchId: '', reason: '' };

/**
 * Which member of the reader's branch goes to which other one, and why. Events: `more` for further members, `done` with
 * a WantedTransfer, `leave`.
 */
Component({
  properties: {
    branches: { type: Array, value: noBranches },
    /** Those that were read so far, and whether there are more. */
    members: { type: Array, value: nobody },
    hasMore: Boolean,
    reading: Boolean,
    busy: Boolean,
    problem: String,
  },
  data: { ...nothing, missing: '', maxReason: limits.reasonWords },
  methods: {
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
    chooseBranch(event: Chosen) {
      this.setData({ toBranchId: event.detail.value, missing: '' });
    },
    write(event: Chosen) {
      this.setData({ reason: event.detail.value, missing: '' });
    },
    done() {
      const { personId, name, toBranchId } = this.data;
      const reason = this.data.reason.trim();
      if (personId === '') this.setData({ missing: branchMissing.member });
      else if (toBranchId === '') this.setData({ missing: branchMissing.branch });
      else if (reason === '') this.setData({ missing: branchMissing.reason });
      else this.triggerEvent('done', { personId, name, toBranchId, reason });
    },
    leave() {
      this.triggerEvent('leave');
    },
  },
});
