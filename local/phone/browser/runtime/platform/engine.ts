/**
 * The one place that reaches into glass-easel beyond its declared types. Versions are pinned exactly; `tests/local/phone` would notice
 * if one of these hooks went away.
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

/** The element of the engine that owns a DOM node, or the nearest one above it. */
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

/** What a page or a component knows itself as (`this`). */
export function callerOf(component: GeneralComponent): unknown {
  return component.getMethodCaller();
}

export function instanceOf(component: GeneralComponent): PageInstance {
  return component.getMethodCaller() as unknown as PageInstance;
}

/** The component behind a `this`. */
export function componentBehind(caller: unknown): GeneralComponent | undefined {
  const inner: unknown = (caller as { _$?: unknown } | undefined)?._$;
  return glassEasel.Component.isComponent(inner) ? inner : undefined;
}

export function asBackendElement(element: Node): BackendElement {
  return element as unknown as BackendElement;
}

/** The document's element behind the engine's view of it. */
export function asDomElement(element: BackendElement): Element {
  return element as unknown as Element;
}

type CallerMethod = (component: GeneralComponent, ...parameters: never[]) => unknown;

/** Methods of every page and component, beside those that the engine gives them. */
export function extendInstances(methods: Record<string, CallerMethod>): void {
  for (const [name, method] of Object.entries(methods)) {
    Object.defineProperty(adapterComponent.ComponentCaller.prototype, name, {
      configurable: true,
      writable: true,
      value: function (this: unknown, ...parameters: never[]) {
        const component = componentBehind(this);
        return component && method(component, ...parameters);
      },
    });
  }
}

/** `this.renderer` of pages and components: those that are made for both renderers choose their template by it. */
export function nameRenderer(renderer: 'webview'): void {
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

type ListenerMark = { phoneListens?: Set<string> };

/** Remembers which events an element listens to: a long press that nobody hears must not swallow the tap. */
export function markListening(element: BackendElement, type: string): void {
  const marked = element as ListenerMark;
  marked.phoneListens = (marked.phoneListens ?? new Set()).add(type);
}

export function isListening(node: Node, type: string): boolean {
  for (let current: Node | null = node; current; current = current.parentNode) {
    if ((current as ListenerMark).phoneListens?.has(type)) return true;
  }
  return false;
}

type SetData = (data: Record<string, unknown>, callback?: () => void) => void;

/** Calls `record` with every setData of a page or component, before it is applied. */
export function observeSetData(record: (component: GeneralComponent, data: Record<string, unknown>) => void): void {
  const prototype = adapterComponent.ComponentCaller.prototype as unknown as { setData: SetData };
  const original = prototype.setData;
  prototype.setData = function (this: unknown, data, callback) {
    const component = componentBehind(this);
    if (component) record(component, data);
    original.call(this, data, callback);
  };
}

/** WXSS and tests find `id="a"` as `wx-id="a"`; the engine itself keeps ids out of the document. WeChat's events also carry offsets. */
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
  for (const [name, read] of [
    ['offsetLeft', (dom?: HTMLElement) => dom?.offsetLeft ?? 0],
    ['offsetTop', (dom?: HTMLElement) => dom?.offsetTop ?? 0],
  ] as const) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      get: function (this: EngineElement) {
        return read(domOf(this));
      },
    });
    Object.defineProperty(adapterComponent.ComponentCaller.prototype, name, {
      configurable: true,
      get: function (this: unknown) {
        const component = componentBehind(this);
        return read(component && domOf(component));
      },
    });
  }
}

/**
 * The engine, told not to write properties on to its own nodes: a component may name one as a field of theirs is named (`dataset`, `style`),
 * and pages reach properties through `data` and `properties` alone.
 */
export function createEnvironment(): MiniProgramEnv {
  glassEasel.globalOptions.writeFieldsToNode = false;
  return new MiniProgramEnv();
}

/** Elements in the document for those that templates name. */
export function elementFactory(): glassEasel.CurrentWindowBackendContext['document'] {
  return {
    createElement: (tag: string) => asBackendElement(document.createElement(hostTag(tag))),
    createTextNode: (text: string) => asBackendElement(document.createTextNode(text)),
    createDocumentFragment: () => asBackendElement(document.createDocumentFragment()),
  };
}

export { glassEasel, type CodeSpace };
