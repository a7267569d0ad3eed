import { formValue, resetForm } from '../../support/fields';
import type { Builtin, BuiltinDefinition } from '../../support/builtin';

const forms = new WeakMap<Element, Builtin>();

export const form: BuiltinDefinition = {
  tag: 'form',
  attributes: { reportSubmit: false, reportSubmitTimeout: 0 },
  create(builtin) {
    forms.set(builtin.element, builtin);
    return {};
  },
};

/**
 * Carries out a button's form-type: the form around the button fires `submit` with its values, or resets its fields.
 */
export function submitForm(button: Builtin, kind: 'submit' | 'reset'): void {
  const around = button.element.closest('wx-form');
  const builtin = around === null ? undefined : forms.get(around);
  if (builtin === undefined) return;
  if (kind === 'submit')
    return builtin.fire('submit', { value: formValue(builtin, builtin.host), formId: '', target: {} });
  resetForm(builtin, builtin.host);
  builtin.fire('reset', {});
}
