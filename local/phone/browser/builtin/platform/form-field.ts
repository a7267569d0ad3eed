import type { GeneralComponent } from '../../host';

interface NamedField {
  readonly name: string;
  value(): unknown;
  reset(): void;
}

/** The engine's own object of a behaviour. */
type EngineBehavior = Parameters<GeneralComponent['hasBehavior']>[0];

let formField: EngineBehavior | undefined;

/** Sets the behaviour that is `wx://form-field`; `behavior` is the adapter's object for it. */
export function setFormFieldBehavior(behavior: unknown): void {
  formField = (behavior as { _$: EngineBehavior })._$;
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
