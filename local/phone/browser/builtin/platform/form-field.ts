import type { GeneralComponent } from '../../runtime/host';

interface NamedField {
  name: string;
  value(): unknown;
  reset(): void;
}

/**
 * A custom component with the behaviour `wx://form-field` is a field of the form around it: its properties `name` and
 * `value` are what the form sends. Other components are no fields.
 */
export function formFieldOf(component: GeneralComponent): NamedField | undefined {
  const behavior = component.getRootBehavior() as { hasBehavior(other: string): boolean };
  if (!behavior.hasBehavior('wx://form-field')) return undefined;
  const data = component.data as { name?: unknown; value?: unknown };
  const initial = data.value;
  return {
    name: typeof data.name === 'string' ? data.name : '',
    value: () => (component.data as { value?: unknown }).value,
    reset: () => component.setData({ value: initial }),
  };
}
