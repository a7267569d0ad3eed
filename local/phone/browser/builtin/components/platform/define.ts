import type { ComponentSpace, GeneralComponent, Host } from '../../../host';
import { runAnimation } from '../../support/animation';
import { ariaAttributes, applyAria } from '../../support/aria';
import { Builtin, type Attributes, type Behaviour, type BuiltinDefinition } from '../../support/builtin';

type PropertyType = StringConstructor | NumberConstructor | BooleanConstructor | null;
type DefineSlot = (name: string) => void;
type DefineElement = (
  tag: string,
  generics: object,
  init: (node: { setNodeClass(names: string): void }, isCreation: boolean) => void,
  children: Children,
) => void;
/** The children of a template in glass-easel's compiled form. */
type Children = (
  ...tools: [
    isCreation: boolean,
    text: unknown,
    element: DefineElement,
    branch: unknown,
    loop: unknown,
    slot: DefineSlot,
    ...more: unknown[],
  ]
) => void;

const typeOfDefault = (value: string | number | boolean | null): PropertyType =>
  typeof value === 'string' ? String : typeof value === 'number' ? Number : typeof value === 'boolean' ? Boolean : null;

function properties(attributes: Attributes): Record<string, { type: PropertyType; value: unknown }> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, { type: typeOfDefault(value), value }]),
  );
}

function box(element: DefineElement, className: string, slotName: string): void {
  element(
    'div',
    {},
    (node, isCreation) => isCreation && node.setNodeClass(className),
    (...tools) => tools[5](slotName),
  );
}

/** The template of a component in glass-easel's compiled form; undefined if the default (`<slot/>`) is enough. */
function createTemplate({ innerClass, leadingSlot }: BuiltinDefinition): object | undefined {
  if (innerClass === undefined && leadingSlot === undefined) return undefined;
  const children: Children = (...[, , element, , , slot]) => {
    if (leadingSlot !== undefined) box(element, leadingSlot.className, leadingSlot.name);
    if (innerClass === undefined) slot('');
    else box(element, innerClass, '');
  };
  return { content: () => () => ({ C: children }) };
}

const behaviours = new WeakMap<GeneralComponent, Behaviour>();

/** Registers one built-in component and makes it usable by its tag in every component of the space. */
export function defineBuiltin(space: ComponentSpace, host: Host, definition: BuiltinDefinition): void {
  const attributes = { hidden: false, animation: null, tabindex: null, ...definition.attributes };
  const names = [...Object.keys(attributes), ...Object.keys(ariaAttributes)];
  const template = createTemplate(definition);
  const registered = space.defineComponent({
    is: `wx-builtin/${definition.tag}`,
    options: { styleScope: 0, multipleSlots: definition.leadingSlot !== undefined },
    ...(template === undefined ? {} : { template: template as Record<string, unknown> }),
    ...(definition.externalClasses === undefined ? {} : { externalClasses: [...definition.externalClasses] }),
    properties: properties({ ...attributes, ...ariaAttributes }) as unknown as Record<string, StringConstructor>,
    observers: names.map((name) => ({ fields: name, observer: observe(name) })),
    lifetimes: {
      created(this: unknown) {
        const component = this as GeneralComponent;
        const element = component.$$ as unknown as HTMLElement | null;
        if (element === null) return; // created for a page that was left
        behaviours.set(component, definition.create(new Builtin(component, element, host)));
      },
      attached(this: unknown) {
        behaviours.get(this as GeneralComponent)?.attached?.();
      },
      detached(this: unknown) {
        behaviours.get(this as GeneralComponent)?.detached?.();
      },
    },
  });
  space.setGlobalUsingComponent(definition.tag, registered.general());
}

function observe(name: string): (this: unknown) => void {
  return function changed(this: unknown): void {
    const component = this as GeneralComponent;
    const behaviour = behaviours.get(component);
    const element = component.$$ as unknown as HTMLElement | null;
    if (element === null) return; // a page that was left may still set data
    if (name === 'hidden') element.toggleAttribute('hidden', component.data['hidden'] === true);
    else if (name === 'tabindex') setTabIndex(element, component.data['tabindex']);
    else if (name === 'animation') runAnimation(component, component.data['animation']);
    else applyAria(behaviour?.ariaElement ?? element, element, name, component.data[name]);
    behaviour?.changed?.[name]?.();
    behaviour?.changedAny?.();
  };
}

/** Sets the tab index that the page gives an element; without the attribute the component decides. */
function setTabIndex(element: HTMLElement, value: unknown): void {
  if (value !== null && value !== undefined && value !== '') element.setAttribute('tabindex', String(value));
}
