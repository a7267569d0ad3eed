/**
 * glass-easel's access to the document. Only touch events come from the document, in WeChat's form (`gestures.ts`); the
 * built-in components fire all others (`input`, `change`, `scroll`, …).
 */
import { observeIntersection } from '../query/intersection';
import { asDomElement, glassEasel, elementFactory, recordListener, ownerOf, type BackendElement } from './engine';

type EventListener = Parameters<glassEasel.CurrentWindowBackendContext['onEvent']>[0];

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** Events that are dispatched unchanged. */
const nativeEvents = ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const;

export class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  override document = elementFactory();
  readonly #sheets = new Map<string, string>();
  readonly #appended = new Set<string>();
  readonly #windowSize: () => WindowSize;

  constructor(windowSize: () => WindowSize) {
    super();
    this.#windowSize = windowSize;
    for (const type of nativeEvents) {
      document.addEventListener(type, (event) => {
        this.dispatch(event.target, type, {}, { bubbles: false });
      });
    }
  }

  override registerStyleSheetContent(path: string, content: unknown): void {
    this.#sheets.set(path, String(content));
  }

  /** The engine calls this for every page that is opened; each sheet is added to the document once. */
  override appendStyleSheetPath(path: string): number {
    const css = this.#sheets.get(path);
    if (css !== undefined && css !== '' && !this.#appended.has(path)) {
      const style = document.createElement('style');
      style.dataset['sheet'] = path;
      style.textContent = css;
      document.head.append(style);
    }
    this.#appended.add(path);
    return this.#appended.size - 1;
  }

  override getWindowWidth(): number {
    return this.#windowSize().width;
  }

  override getWindowHeight(): number {
    return this.#windowSize().height;
  }

  override onEvent(_listener: EventListener): void {
    // the engine would listen to the document's mouse and touch events here, which `gestures.ts` does
  }

  override setListenerStats(element: BackendElement, type: string): void {
    recordListener(element, type);
  }

  override createIntersectionObserver(
    ...[target, relative, margin, thresholds, listener]: Parameters<
      glassEasel.CurrentWindowBackendContext['createIntersectionObserver']
    >
  ): { disconnect(): void } {
    const relativeTo = relative === null ? undefined : asDomElement(relative);
    return observeIntersection({ target: asDomElement(target), relative: relativeTo, margin, thresholds }, listener);
  }

  /** Dispatches an event; answers true if a listener caught it or prevented the browser's default. */
  dispatch(
    target: EventTarget | null,
    type: string,
    detail: unknown,
    options: { bubbles: boolean; fields?: Record<string, unknown> },
  ): boolean {
    const owner = ownerOf(target);
    if (!owner) return false;
    const event = new glassEasel.Event(type, detail, {
      bubbles: options.bubbles,
      composed: options.bubbles,
      capturePhase: true,
      ...(options.fields ? { extraFields: options.fields } : {}),
    });
    glassEasel.Event.dispatchEvent(owner, event);
    return event.defaultPrevented();
  }
}
