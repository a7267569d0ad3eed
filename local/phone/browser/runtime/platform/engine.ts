/**
 * The only file that uses glass-easel beyond its declared types. Its version is pinned exactly, and the tests of this
 * package fail if one of these hooks is missing.
 */
import {
  component as adapterComponent,
  glassEasel,
  MiniProgramEnv,
  type CodeSpace,
} from 'glass-easel-miniprogram-adapter';
import { hostTag } from '../../../compiler/template/host-tag';
import type { GeneralComponent, PageInstance } from '../../host';

export type EngineElement = glassEasel.Element;
export type BackendElement = glassEasel.domlikeBackend.Element;

/** The engine's element of a DOM node, or of the nearest ancestor that has one. */
export function ownerOf(node: EventTarget | null): EngineElement | undefined {
  for (let current = node instanceof Node ? node : null; current; current = current.parentNode) {
    const owner = (current as unknown as BackendElement).__wxElement;
    if (owner) return owner;
  }
  return undefined;
}

/** The component whose host element this is. */
export function componentOf(element: Element): GeneralComponent | undefined {
  const owner = (element as unknown as BackendElement).__wxElement;
  return owner && glassEasel.Component.isComponent(owner) ? owner : undefined;
}

export function domOf(element: EngineElement | GeneralComponent): HTMLElement | undefined {
  const backend: unknown = element.getBackendElement();
  return backend instanceof HTMLElement ? backend : undefined;
}

/** The `this` of a page or component. */
export function callerOf(component: GeneralComponent): unknown {
  return component.getMethodCaller();
}

export function instanceOf(component: GeneralComponent): PageInstance {
  return component.getMethodCaller() as unknown as PageInstance;
}

/** The component of a `this`. */
export function componentOfCaller(caller: unknown): GeneralComponent | undefined {
  const inner: unknown = (caller as { _$?: unknown } | undefined)?._$;
  return glassEasel.Component.isComponent(inner) ? inner : undefined;
}

export function asBackendElement(element: Node): BackendElement {
  return element as unknown as BackendElement;
}

/** The document's element of the engine's backend element. */
export function asDomElement(element: BackendElement): Element {
  return element as unknown as Element;
}

type CallerMethod = (component: GeneralComponent, ...parameters: never[]) => unknown;

/** Adds methods to every page and component, beside those of the engine. */
export function extendInstances(methods: Record<string, CallerMethod>): void {
  for (const [name, method] of Object.entries(methods)) {
    Object.defineProperty(adapterComponent.ComponentCaller.prototype, name, {
      configurable: true,
      writable: true,
      value: function (this: unknown, ...parameters: never[]) {
        const component = componentOfCaller(this);
        return component && method(component, ...parameters);
      },
    });
  }
}

/** A definition whose relations name their targets by behaviors, as the engine itself takes them. */
export function unwrapRelations(definition: Record<string, unknown>): Record<string, unknown> {
  const { relations } = definition;
  if (typeof relations !== 'object' || relations === null) return definition;
  const unwrapped = Object.entries(relations).map(([name, relation]: [string, unknown]) => {
    const target: unknown = Reflect.get(Object(relation), 'target');
    const inner: unknown = (target as { _$?: unknown } | undefined)?._$;
    return [name, inner === undefined ? relation : Object.assign({}, relation, { target: inner })];
  });
  return Object.assign(definition, { relations: Object.fromEntries(unwrapped) });
}

/** Sets `this.renderer` of pages and components, by which those for both renderers choose their template. */
export function setRenderer(renderer: 'webview'): void {
  Object.defineProperty(adapterComponent.ComponentCaller.prototype, 'renderer', {
    configurable: true,
    writable: true,
    value: renderer,
  });
}

type ObserverMethods = { createIntersectionObserver(options?: object): object; createMediaQueryObserver(): object };

/** The engine's own observers of a page or component. */
export function observersOf(component: GeneralComponent): ObserverMethods {
  return component.getMethodCaller() as unknown as ObserverMethods;
}

type ListenerRecord = { phoneListeners?: Set<string> };

/** Records which events an element listens to: a long press without a listener must not suppress the tap. */
export function recordListener(element: BackendElement, type: string): void {
  const record = element as ListenerRecord;
  record.phoneListeners = (record.phoneListeners ?? new Set()).add(type);
}

export function isListening(node: Node, type: string): boolean {
  for (let current: Node | null = node; current; current = current.parentNode) {
    if ((current as ListenerRecord).phoneListeners?.has(type)) return true;
  }
  return false;
}

type SetData = (data: Record<string, unknown>, callback?: () => void) => void;

/** Calls `record` with every setData of a page or component, before it is applied. */
export function observeSetData(record: (component: GeneralComponent, data: Record<string, unknown>) => void): void {
  const prototype = adapterComponent.ComponentCaller.prototype as unknown as { setData: SetData };
  const original = prototype.setData;
  prototype.setData = function (this: unknown, data, callback) {
    const component = componentOfCaller(this);
    if (component) record(component, data);
    original.call(this, data, callback);
  };
}

/** Sets `wx-id="a"` for `id="a"`, by which WXSS and tests find an element: the engine writes no ids to the document. */
export function exposeIds(): void {
  const prototype = glassEasel.Element.prototype;
  const own = Object.getOwnPropertyDescriptor(prototype, 'id');
  if (!own?.get || !own.set) throw new Error('glass-easel: Element has no id accessor');
  const { get, set } = own;
  Object.defineProperty(prototype, 'id', {
    configurable: true,
    get,
    set(this: EngineElement, value: unknown) {
      set.call(this, value);
      if (value !== '') domOf(this)?.setAttribute('wx-id', String(value));
    },
  });
}

/** Adds `offsetLeft` and `offsetTop` to elements and components, which WeChat's events have. */
export function exposeOffsets(): void {
  for (const [name, read] of [
    ['offsetLeft', (dom?: HTMLElement) => dom?.offsetLeft ?? 0],
    ['offsetTop', (dom?: HTMLElement) => dom?.offsetTop ?? 0],
  ] as const) {
    Object.defineProperty(glassEasel.Element.prototype, name, {
      configurable: true,
      get: function (this: EngineElement) {
        return read(domOf(this));
      },
    });
    Object.defineProperty(adapterComponent.ComponentCaller.prototype, name, {
      configurable: true,
      get: function (this: unknown) {
        const component = componentOfCaller(this);
        return read(component && domOf(component));
      },
    });
  }
}

/**
 * Creates the engine's environment. The engine does not write properties to its own nodes, since a component may have a
 * property with the name of one of their fields (`dataset`, `style`); pages reach properties through `data` and
 * `properties` alone.
 */
export function createEnvironment(): MiniProgramEnv {
  glassEasel.globalOptions.writeFieldsToNode = false;
  return new MiniProgramEnv();
}

/** Creates the document's elements for those of templates. */
export function elementFactory(): glassEasel.CurrentWindowBackendContext['document'] {
  return {
    createElement: (tag: string) => asBackendElement(document.createElement(hostTag(tag))),
    createTextNode: (text: string) => asBackendElement(document.createTextNode(text)),
    createDocumentFragment: () => asBackendElement(document.createDocumentFragment()),
  };
}

export { glassEasel, type CodeSpace };
