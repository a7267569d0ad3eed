import { formValue, resetForm } from '../../support/fields';
import type { Part, PartDefinition } from '../../support/part';

const forms = new WeakMap<Element, Part>();

export const form: PartDefinition = {
  tag: 'form',
  attributes: { reportSubmit: false, reportSubmitTimeout: 0 },
  create(part) {
    forms.set(part.element, part);
    return {};
  },
};

/** A button's form-type at work: the form around the button sends its values, or goes back to its first values. */
export function submitForm(button: Part, kind: 'submit' | 'reset'): void {
  const around = button.element.closest('wx-form');
  const part = around === null ? undefined : forms.get(around);
  if (part === undefined) return;
  if (kind === 'submit') return part.fire('submit', { value: formValue(part, part.host), formId: '', target: {} });
  resetForm(part, part.host);
  part.fire('reset', {});
}
