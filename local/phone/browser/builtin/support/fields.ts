import type { Host } from '../../host';
import type { Builtin } from './builtin';
import { formFieldOf, isSeenByForm } from '../platform/form-field';

/** What a form reads from one of its fields, and how it resets it. */
export interface Field {
  value(): unknown;
  reset(): void;
}

/** Toggles or focuses a control, for the label that names it. */
export type ActivateHandler = () => void;

const fields = new WeakMap<Element, { builtin: Builtin; field: Field }>();
const activations = new WeakMap<Element, ActivateHandler>();

export function registerField(builtin: Builtin, field: Field): void {
  fields.set(builtin.element, { builtin, field });
}

export function registerControl(element: Element, activate: ActivateHandler): void {
  activations.set(element, activate);
}

export function activationOf(element: Element): ActivateHandler | undefined {
  return activations.get(element);
}

interface NamedField extends Field {
  readonly name: string;
}

/** The form's named fields: built-in ones, and components with the behaviour `wx://form-field`. */
function namedFields(form: Builtin, host: Host): NamedField[] {
  const found: NamedField[] = [];
  for (const element of form.element.querySelectorAll('*')) {
    const known = fields.get(element);
    const component = known?.builtin.component ?? host.componentOf(element);
    if (component === undefined || !isSeenByForm(component, form.component)) continue;
    const field = known === undefined ? formFieldOf(component) : { name: known.builtin.text('name'), ...known.field };
    if (field !== undefined && field.name !== '') found.push(field);
  }
  return found;
}

/** The `detail.value` of a form's submit event. */
export function formValue(form: Builtin, host: Host): Record<string, unknown> {
  return Object.fromEntries(namedFields(form, host).map((field) => [field.name, field.value()]));
}

export function resetForm(form: Builtin, host: Host): void {
  for (const field of namedFields(form, host)) field.reset();
}
