/** The globals of WXS, and what its event handlers use to change a page without the page's script. */
import { glassEasel, callerOf, componentOfCaller, domOf, type EngineElement } from '../platform/engine';
import type { GeneralComponent } from '../../host';
import { cssValue } from '../css-value';
import { readComputedStyle, toStyleText } from './style';

export const wxsConstructor = Symbol('wxs constructor');

/** Defines the symbol by which the compiler reads `x.constructor`, which is the type's name in WXS. */
export function defineWxsConstructor(): void {
  Object.defineProperty(Object.prototype, wxsConstructor, {
    configurable: true,
    get: function (this: unknown) {
      return Object.prototype.toString.call(this).slice(8, -1);
    },
  });
}

export function getRegExp(pattern: string, flags?: string): RegExp {
  return new RegExp(pattern, flags);
}

export function getDate(
  ...parts: [] | [number | string] | [number, number, number?, number?, number?, number?, number?]
): Date {
  if (parts.length === 0) return new Date();
  if (parts.length === 1) return new Date(parts[0]);
  const [year, month, day = 1, hours = 0, minutes = 0, seconds = 0, milliseconds = 0] = parts;
  return new Date(year, month, day, hours, minutes, seconds, milliseconds);
}

/** glass-easel's StyleSegmentIndex.TEMP_EXTRA: classes that are set there stay when the template sets others. */
const wxsClassSegment = 3;
const states = new WeakMap<object, Record<string, unknown>>();

function stateOf(node: object): Record<string, unknown> {
  const state = states.get(node) ?? {};
  states.set(node, state);
  return state;
}

/**
 * WeChat's ComponentDescriptor: the component or element that a WXS handler acts on
 * (https://developers.weixin.qq.com/miniprogram/dev/framework/view/interactive-animation.html).
 */
export class ComponentDescriptor {
  readonly #node: EngineElement;

  constructor(node: EngineElement) {
    this.#node = node;
  }

  #component(): GeneralComponent | undefined {
    return glassEasel.Component.isComponent(this.#node) ? this.#node : undefined;
  }

  selectComponent(selector: string): ComponentDescriptor | undefined {
    const found = this.#component()?.getShadowRoot()?.querySelector(selector);
    return found ? new ComponentDescriptor(found) : undefined;
  }

  selectAllComponents(selector: string): ComponentDescriptor[] {
    const found = this.#component()?.getShadowRoot()?.querySelectorAll(selector) ?? [];
    return found.map((node) => new ComponentDescriptor(node));
  }

  setStyle(style: string | Record<string, unknown>): this {
    const dom = domOf(this.#node);
    for (const [name, value] of toStyleText(style)) dom?.style.setProperty(name, cssValue(value));
    return this;
  }

  addClass(name: string): this {
    this.#node.toggleNodeClass(name, true, wxsClassSegment);
    return this;
  }

  removeClass(name: string): this {
    this.#node.toggleNodeClass(name, false, wxsClassSegment);
    return this;
  }

  hasClass(name: string): boolean {
    const classes = this.#node.classList;
    return classes?.contains(name) === true || classes?.contains(name, wxsClassSegment) === true;
  }

  getDataset(): Record<string, unknown> {
    return { ...this.#node.dataset };
  }

  getState(): Record<string, unknown> {
    return stateOf(this.#node);
  }

  callMethod(name: string, argument?: unknown): void {
    const component = this.#component();
    const caller = component && callerOf(component);
    const method: unknown = caller instanceof Object ? Reflect.get(caller, name) : undefined;
    if (typeof method === 'function') Reflect.apply(method, caller, [argument]);
    else console.error(`callMethod: ${component?.is ?? ''} has no method ${name}`);
  }

  triggerEvent(name: string, detail?: unknown, options: { bubbles?: boolean; composed?: boolean } = {}): void {
    this.#node.triggerEvent(name, detail, options);
  }

  getComputedStyle(names: readonly string[]): Record<string, string> {
    const dom = domOf(this.#node);
    return dom ? readComputedStyle(dom, names) : {};
  }

  getBoundingClientRect(): { left: number; top: number; right: number; bottom: number; width: number; height: number } {
    const {
      left = 0,
      top = 0,
      right = 0,
      bottom = 0,
      width = 0,
      height = 0,
    } = domOf(this.#node)?.getBoundingClientRect() ?? {};
    return { left, top, right, bottom, width, height };
  }

  requestAnimationFrame(callback: () => void): void {
    window.requestAnimationFrame(() => {
      callback();
    });
  }

  setTimeout(callback: () => void, delayMs: number): number {
    return window.setTimeout(callback, delayMs);
  }

  clearTimeout(timer: number): void {
    window.clearTimeout(timer);
  }
}

type Handler = (...parameters: unknown[]) => unknown;
/**
 * Where the compiler found a handler: data (0), a WXS file (1), an inline WXS (2); undefined for the name of a method.
 */
type HandlerOrigin = readonly unknown[] | undefined;

export function isFromWxs(origin: HandlerOrigin): boolean {
  return origin?.[0] === 1 || origin?.[0] === 2;
}

/** Calls an event handler: one of WXS gets the event with `instance`, and the owner; any other gets the event alone. */
export function callHandler(caller: unknown, event: object, handler: Handler, origin: HandlerOrigin): unknown {
  if (!isFromWxs(origin)) return handler.call(caller, event);
  const current: unknown = Reflect.get(event, 'currentTarget');
  const target = componentOfCaller(current) ?? current;
  const owner = componentOfCaller(caller);
  if (!owner) return undefined;
  const instance = target instanceof glassEasel.Element ? new ComponentDescriptor(target) : undefined;
  const wrapped = Object.assign(Object.create(event), { instance });
  return handler.call(undefined, wrapped, new ComponentDescriptor(owner));
}

/** Carries out `change:prop="{{wxs.f}}"`: f(new value, old value, owner, instance) in the next frame. */
export function observeChange(
  handler: unknown,
): (value: unknown, old: unknown, owner: GeneralComponent, element: EngineElement) => void {
  return (value, old, owner, element) => {
    if (typeof handler !== 'function') return;
    window.requestAnimationFrame(() => {
      Reflect.apply(handler, undefined, [value, old, new ComponentDescriptor(owner), new ComponentDescriptor(element)]);
    });
  };
}
