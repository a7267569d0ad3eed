import type { GeneralComponent, Host } from '../../host';
import { asNumber, asText } from './values';

/** Default values of the attributes; their type is the attribute's type (null: anything). Names are camelCase, WXML writes them with dashes. */
export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

export interface FireOptions {
  bubbles?: boolean;
  composed?: boolean;
  /** further fields of the event object itself */
  fields?: Record<string, unknown>;
  /** sees what each handler of the page returned */
  returned?: (value: unknown) => void;
}

/** One built-in component on a page, as its implementation sees it. */
export class Part {
  constructor(
    readonly component: GeneralComponent,
    readonly element: HTMLElement,
    readonly host: Host,
  ) {}

  value(name: string): unknown {
    return this.component.data[name];
  }

  text(name: string): string {
    return asText(this.value(name));
  }

  number(name: string, fallback = 0): number {
    return asNumber(this.value(name), fallback);
  }

  flag(name: string): boolean {
    return this.value(name) === true;
  }

  /** Sends `bind<name>`; WeChat's component events do not bubble unless said so. */
  fire(name: string, detail: unknown = {}, options: FireOptions = {}): void {
    const { bubbles = false, composed = false, fields, returned } = options;
    this.component.triggerEvent(name, detail, {
      bubbles,
      composed,
      ...(fields === undefined ? {} : { extraFields: fields }),
      ...(returned === undefined ? {} : { handleListenerReturn: (value: unknown) => returned(value) }),
    });
  }

  /** What the user typed or chose becomes the attribute's value, and reaches `model:<name>`. */
  update(name: string, value: unknown): void {
    this.host.updateModel(this.component, name, value);
  }

  /** A child of the host element that belongs to the component alone. */
  append<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    className: string,
    parent: HTMLElement = this.element,
  ): HTMLElementTagNameMap[Tag] {
    const child = document.createElement(tag);
    child.className = className;
    parent.append(child);
    return child;
  }
}

/** What a component does after its creation. */
export interface Behaviour {
  /** called after the attribute of that name changed, also for its first value from WXML */
  changed?: Readonly<Record<string, () => void>>;
  /** called after any attribute changed */
  changedAny?: () => void;
  attached?: () => void;
  detached?: () => void;
  /** where aria-* attributes go when it is not the host element (an inner native field) */
  ariaElement?: HTMLElement;
}

export interface PartDefinition {
  tag: string;
  attributes: Attributes;
  /** class names that pages pass in (`placeholder-class`); inner nodes wear them under this name */
  externalClasses?: readonly string[];
  /** children stand inside an inner element of this class instead of directly in the host element */
  innerClass?: string;
  /** a named slot before the children, inside an element of that class */
  leadingSlot?: { name: string; className: string };
  create(part: Part): Behaviour;
}
