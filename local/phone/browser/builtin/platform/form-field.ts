import type { GeneralComponent } from '../../host';

interface NamedField {
  readonly name: string;
  value(): unknown;
  reset(): void;
}

/** The engine's own object of a behaviour. */
type EngineBehavior = Parameters<GeneralComponent['hasBehavior']>[0];

let formField: EngineBehavior | undefined;
let formFieldGroup: EngineBehavior | undefined;

const engineBehavior = (behavior: unknown): EngineBehavior => (behavior as { _$: EngineBehavior })._$;

/** Sets what `wx://form-field` and `wx://form-field-group` are; each is the adapter's object for it. */
export function setFormBehaviors(field: unknown, group: unknown): void {
  formField = engineBehavior(field);
  formFieldGroup = engineBehavior(group);
}

/**
 * Whether a form sees a component: it stands in the form's own template, or in that of a component with the behaviour
 * `wx://form-field-group` which the form sees.
 */
export function isSeenByForm(component: GeneralComponent, form: GeneralComponent): boolean {
  const template = component.ownerShadowRoot;
  if (template === form.ownerShadowRoot) return true;
  const owner = template?.getHostNode();
  return (
    owner !== undefined &&
    formFieldGroup !== undefined &&
    owner.hasBehavior(formFieldGroup) &&
    isSeenByForm(owner, form)
  );
}

/**
 * A custom component with the behaviour `wx://form-field` is a field of the form around it: its properties `name` and
 * `value` are what the form sends. Other components are no fields.
 */
export function formFieldOf(component: GeneralComponent): NamedField | undefined {
  if (formField === undefined || !component.hasBehavior(formField)) return undefined;
  const data = component.data as { name?: unknown; value?: unknown };
  const initial = data.value;
  return {
    name: typeof data.name === 'string' ? data.name : '',
    value: () => (component.data as { value?: unknown }).value,
    reset: () => component.setData({ value: initial }),
  };
}
