import { branchPostHats, type BranchPostHat } from '../../../../contracts/branch';
import type { Chosen, Tapped } from '../../../../page/events';
import { branchPostChoices } from '../../text/branches';

export interface GivenPost {
  readonly personId: string;
  readonly name: string;
  readonly hat: BranchPostHat;
}

export interface FoundPerson extends Pick<GivenPost, 'personId' | 'name'> {
  /** Tells two of one name apart. */
  readonly line: string;
}
const nobody: FoundPerson[] = [];
const firstHat = (): BranchPostHat => 'secretary';

/** Finds who is to lead a branch, and as what. Events: `find` with `value`, `done` with a GivenPost, `leave`. */
Component({
  properties: { people: { type: Array, value: nobody }, reading: Boolean, busy: Boolean, problem: String },
  data: { hats: branchPostChoices, hat: firstHat(), words: '' },
  methods: {
    chooseHat(event: Chosen) {
      const hat = branchPostHats.find((known) => known === event.detail.value);
      if (hat !== undefined) this.setData({ hat });
    },
    write(event: Chosen) {
      this.setData({ words: event.detail.value });
    },
    find() {
      const value = this.data.words.trim();
      if (value !== '') this.triggerEvent('find', { value });
    },
    give(event: Tapped<{ person: string; name: string }>) {
      const { person: personId, name } = event.currentTarget.dataset;
      if (!this.data.busy) this.triggerEvent('done', { personId, name, hat: this.data.hat });
    },
    leave() {
      this.triggerEvent('leave');
    },
  },
});
