import { memberClasses, type MemberClass } from '../../../../contracts/passbook';
import type { AttendanceStandard } from '../../../../contracts/policy';
import type { Chosen, Tapped } from '../../../../page/events';
import { classChoices } from '../../../../text/passbook/standards';
import { enteredStandards, standardForms, withPoints, type StandardForm } from '../../../../views/passbook/standards';
import { standardsProblem, standardsRange } from '../../text/branches';

const none: AttendanceStandard[] = [];
const noForms: readonly StandardForm[] = [];
const firstClass = (): MemberClass => 'committee';

/** A branch's own standards of attendance, one class at a time. Events: `done` with `standards`, `leave`. */
Component({
  properties: {
    /** From which one begins. */
    standards: { type: Array, value: none },
    /** No meeting moves more points. */
    max: { type: Number, value: 0 },
    busy: Boolean,
    problem: String,
  },
  data: { forms: noForms, memberClass: firstClass(), classes: classChoices(memberClasses), range: '', missing: '' },
  lifetimes: {
    attached() {
      this.setData({ forms: standardForms(this.data.standards), range: standardsRange(this.data.max) });
    },
  },
  methods: {
    chooseClass(event: Chosen<MemberClass>) {
      this.setData({ memberClass: event.detail.value });
    },
    writePoints(event: Chosen & Tapped<{ field: string }>) {
      const { memberClass, forms } = this.data;
      const written = { memberClass, field: event.currentTarget.dataset.field, typed: event.detail.value };
      this.setData({ forms: withPoints(forms, written), missing: '' });
    },
    done() {
      const standards = enteredStandards(this.data.forms);
      if (standards === undefined) this.setData({ missing: standardsProblem });
      else this.triggerEvent('done', { standards });
    },
    leave() {
      this.triggerEvent('leave');
    },
  },
});
