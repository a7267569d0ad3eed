import type { GeneralComponent, Host } from '../../host';
import { asNumber, asText } from './values';

/**
 * Default values of the attributes; their type is the attribute's type (null: any). Names are camelCase; WXML writes
 * dashes.
 */
export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

export interface FireOptions {
  readonly bubbles?: boolean;
  readonly composed?: boolean;
  /** Further fields of the event object itself. */
  readonly fields?: Record<string, unknown>;
  /** Called with what each handler of the page returned. */
  readonly onReturn?: (value: unknown) => void;
}

/** One built-in component on a page, as its implementation uses it. */
export class Builtin {
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

  /** Sends `bind<name>`; WeChat's component events do not bubble by default. */
  fire(name: string, detail: unknown = {}, options: FireOptions = {}): void {
    const { bubbles = false, composed = false, fields, onReturn } = options;
    this.component.triggerEvent(name, detail, {
      bubbles,
      composed,
      ...(fields === undefined ? {} : { extraFields: fields }),
      ...(onReturn === undefined ? {} : { handleListenerReturn: (value: unknown) => onReturn(value) }),
    });
  }

  /** Sets an attribute to what the user typed or chose, and writes it back to `model:<name>`. */
  update(name: string, value: unknown): void {
    this.host.updateModel(this.component, name, value);
  }

  /** Appends a child to the host element that belongs to the component alone. */
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

/** How a component reacts after its creation. */
export interface Behaviour {
  /** Called after the attribute of that name changed, also for its first value from WXML. */
  readonly changed?: Readonly<Record<string, () => void>>;
  /** Called after any attribute changed. */
  readonly changedAny?: () => void;
  readonly attached?: () => void;
  readonly detached?: () => void;
  /** The element that gets aria-* attributes, if it is not the host element (an inner native field). */
  readonly ariaElement?: HTMLElement;
}

export interface BuiltinDefinition {
  readonly tag: string;
  readonly attributes: Attributes;
  /** Class names that pages pass in (`placeholder-class`); inner nodes have them under this name. */
  readonly externalClasses?: readonly string[];
  /** Children go into an inner element of this class instead of directly into the host element. */
  readonly innerClass?: string;
  /** A named slot before the children, inside an element of that class. */
  readonly leadingSlot?: { name: string; className: string };
  create(builtin: Builtin): Behaviour;
}
