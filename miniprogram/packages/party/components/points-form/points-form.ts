import type { BranchPointRanges, BranchPoints, BranchPointSetting } from '../../../../contracts/branch-points';
import type { Chosen, Tapped } from '../../../../page/events';
import { enteredPoints, pointForms, withTyped, type PointForm } from '../../views/branch-points';

const noPoints = (): BranchPoints | null => null;
const noRanges = (): BranchPointRanges | null => null;
const noForms: readonly PointForm[] = [];

/** What a branch decides on points beyond attendance. Events: `done` with `points`, `leave`. */
Component({
  properties: {
    /** From which one begins, and how far each goes. */
    points: { type: Object, value: noPoints() },
    ranges: { type: Object, value: noRanges() },
    busy: Boolean,
    problem: String,
  },
  data: { forms: noForms, missing: '' },
  lifetimes: {
    attached() {
      const { points, ranges } = this.data;
      if (points !== null && ranges !== null) this.setData({ forms: pointForms(points, ranges) });
    },
  },
  methods: {
    write(event: Chosen & Tapped<{ setting: BranchPointSetting }>) {
      const { setting } = event.currentTarget.dataset;
      this.setData({ forms: withTyped(this.data.forms, setting, event.detail.value), missing: '' });
    },
    done() {
      const entered = enteredPoints(this.data.forms);
      if ('missing' in entered) this.setData({ missing: entered.missing });
      else this.triggerEvent('done', { points: entered.points });
    },
    leave() {
      this.triggerEvent('leave');
    },
  },
});
