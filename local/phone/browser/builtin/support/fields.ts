import type { GeneralComponent, Host } from '../../host';
import type { Part } from './part';
import { formFieldOf } from '../platform/form-field';

/** What a form asks of one of its fields. */
export interface Field {
  value(): unknown;
  reset(): void;
}

/** What a label does for the control that it names: toggles or focuses it. */
export type Activate = () => void;

const fields = new WeakMap<Element, { part: Part; field: Field }>();
const activations = new WeakMap<Element, Activate>();

export function registerField(part: Part, field: Field): void {
  fields.set(part.element, { part, field });
}

export function registerControl(element: Element, activate: Activate): void {
  activations.set(element, activate);
}

export function activationOf(element: Element): Activate | undefined {
  return activations.get(element);
}

/** Whether both stand in the template of the same component: a form does not see into components that it contains. */
const sameTemplate = (one: GeneralComponent, other: GeneralComponent): boolean =>
  one.ownerShadowRoot === other.ownerShadowRoot;

interface NamedField extends Field {
  name: string;
}

/** The form's fields that have a name, built-in ones and components with the behaviour `wx://form-field`. */
function namedFields(form: Part, host: Host): NamedField[] {
  const found: NamedField[] = [];
  for (const element of form.element.querySelectorAll('*')) {
    const known = fields.get(element);
    const component = known?.part.component ?? host.componentOf(element);
    if (component === undefined || !sameTemplate(component, form.component)) continue;
    const field = known === undefined ? formFieldOf(component) : { name: known.part.text('name'), ...known.field };
    if (field !== undefined && field.name !== '') found.push(field);
  }
  return found;
}

/** The `detail.value` of a form's submit event. */
export function formValue(form: Part, host: Host): Record<string, unknown> {
  return Object.fromEntries(namedFields(form, host).map((field) => [field.name, field.value()]));
}

export function resetForm(form: Part, host: Host): void {
  for (const field of namedFields(form, host)) field.reset();
}
