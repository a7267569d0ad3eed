/**
 * Translates fingers and mouse into WeChat's touch events: touchstart, touchmove, touchend and touchcancel with
 * `touches` and `changedTouches`, then tap, longpress and longtap. A pressed mouse is one finger, so that a mouse can
 * drag what a finger can.
 */
import { isListening } from '../platform/engine';
import type { PhoneBackend } from '../platform/backend';
import { pageOriginOf } from './origin';

/** How long a finger stays for WeChat's long press. */
const longPressMs = 350;
/** A finger that moves farther does not tap. */
const tapTolerancePx = 10;
/** How long after a touch a browser may send mouse events for it. */
const emulatedMouseMs = 900;

export interface TouchPoint {
  readonly identifier: number;
  readonly clientX: number;
  readonly clientY: number;
  readonly pageX: number;
  readonly pageY: number;
  readonly force: number;
}

interface Press {
  readonly target: EventTarget;
  readonly x: number;
  readonly y: number;
  mayTap: boolean;
  isLongPress: boolean;
  timer: number;
}

/**
 * The coordinates of a touch: WeChat counts `client` from the page's window and `page` from the top of the page's
 * content.
 */
function pointOf(
  source: { identifier: number; clientX: number; clientY: number; force?: number },
  target: EventTarget | null,
): TouchPoint {
  const { left, top } = pageOriginOf(target);
  const view = target instanceof Element ? target.closest('.page-view') : null;
  const [clientX, clientY] = [source.clientX - left, source.clientY - top];
  return {
    identifier: source.identifier,
    clientX,
    clientY,
    pageX: clientX,
    pageY: clientY + (view?.scrollTop ?? 0),
    force: source.force ?? 1,
  };
}

export class Gestures {
  readonly #backend: PhoneBackend;
  readonly #presses = new Map<number, Press>();
  #lastTouchMs = -emulatedMouseMs;
  #mouseDown = false;

  constructor(backend: PhoneBackend) {
    this.#backend = backend;
  }

  /** Listens to the whole document. No listener is passive, since a handler may catch touchmove. */
  listen(): void {
    for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
      document.addEventListener(
        type,
        (event) => {
          this.#onTouch(type, event);
        },
        { capture: true, passive: false },
      );
    }
    document.addEventListener(
      'mousedown',
      (event) => {
        this.#onMouseDown(event);
      },
      { capture: true },
    );
    document.addEventListener(
      'mousemove',
      (event) => {
        this.#onMouse('touchmove', event);
      },
      { capture: true },
    );
    document.addEventListener(
      'mouseup',
      (event) => {
        this.#onMouse('touchend', event);
      },
      { capture: true },
    );
  }

  #onTouch(type: 'touchstart' | 'touchmove' | 'touchend' | 'touchcancel', event: TouchEvent): void {
    this.#lastTouchMs = event.timeStamp;
    const touches = Array.from(event.touches, (touch) => pointOf(touch, touch.target));
    const results = Array.from(event.changedTouches, (touch) => pointOf(touch, touch.target)).map((point) =>
      this.#dispatch(type, point, touches, event.target),
    );
    if (results.includes(true) && event.cancelable && type === 'touchmove') event.preventDefault();
  }

  #onMouseDown(event: MouseEvent): void {
    if (event.button !== 0 || event.timeStamp - this.#lastTouchMs < emulatedMouseMs) return;
    this.#mouseDown = true;
    const point = pointOf(
      { identifier: 0, clientX: event.clientX, clientY: event.clientY },
      this.#presses.get(0)?.target ?? event.target,
    );
    this.#dispatch('touchstart', point, [point], event.target);
  }

  #onMouse(type: 'touchmove' | 'touchend', event: MouseEvent): void {
    if (!this.#mouseDown) return;
    if (type === 'touchend') this.#mouseDown = false;
    const point = pointOf(
      { identifier: 0, clientX: event.clientX, clientY: event.clientY },
      this.#presses.get(0)?.target ?? event.target,
    );
    const isCaught = this.#dispatch(type, point, type === 'touchend' ? [] : [point], event.target);
    if (isCaught && type === 'touchmove') event.preventDefault();
  }

  #dispatch(
    type: 'touchstart' | 'touchmove' | 'touchend' | 'touchcancel',
    point: TouchPoint,
    touches: TouchPoint[],
    target: EventTarget | null,
  ): boolean {
    if (type === 'touchstart' && target) this.#begin(point, target);
    const press = this.#presses.get(point.identifier);
    if (!press) return false;
    if (type === 'touchmove') this.#move(press, point);
    const fields = { touches, changedTouches: [point] };
    const isCaught = this.#backend.dispatch(
      press.target,
      type,
      { x: point.clientX, y: point.clientY },
      { bubbles: true, fields },
    );
    if (type === 'touchend' || type === 'touchcancel') this.#end(type, press, point);
    return isCaught;
  }

  #begin(point: TouchPoint, target: EventTarget): void {
    const press: Press = { target, x: point.clientX, y: point.clientY, mayTap: true, isLongPress: false, timer: 0 };
    press.timer = window.setTimeout(() => {
      this.#fireLongPress(press, point);
    }, longPressMs);
    this.#presses.set(point.identifier, press);
  }

  #move(press: Press, point: TouchPoint): void {
    if (Math.hypot(point.clientX - press.x, point.clientY - press.y) <= tapTolerancePx) return;
    press.mayTap = false;
    window.clearTimeout(press.timer);
  }

  #fireLongPress(press: Press, point: TouchPoint): void {
    if (!press.mayTap) return;
    press.isLongPress = press.target instanceof Node && isListening(press.target, 'longpress');
    this.#send(press, 'longpress', point, [point]);
    this.#send(press, 'longtap', point, [point]);
  }

  #end(type: 'touchend' | 'touchcancel', press: Press, point: TouchPoint): void {
    window.clearTimeout(press.timer);
    this.#presses.delete(point.identifier);
    if (type === 'touchend' && press.mayTap && !press.isLongPress) this.#send(press, 'tap', point, []);
  }

  #send(press: Press, type: string, point: TouchPoint, touches: TouchPoint[]): void {
    const detail = { x: point.clientX, y: point.clientY };
    this.#backend.dispatch(press.target, type, detail, { bubbles: true, fields: { touches, changedTouches: [point] } });
  }

  /** Sends a tap without a finger: from the keyboard, or from a label to its control. */
  tap(element: Element): void {
    const { left, top, width, height } = element.getBoundingClientRect();
    const point = pointOf({ identifier: 0, clientX: left + width / 2, clientY: top + height / 2 }, element);
    this.#backend.dispatch(
      element,
      'tap',
      { x: point.clientX, y: point.clientY },
      { bubbles: true, fields: { touches: [], changedTouches: [point] } },
    );
  }
}
