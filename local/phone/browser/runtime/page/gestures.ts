/**
 * Turns fingers and mouse into WeChat's touch events: touchstart, touchmove, touchend, touchcancel with `touches` and
 * `changedTouches`, then tap, longpress and longtap. A pressed mouse is one finger, so that what can be dragged on a phone can be dragged here.
 */
import { isListening } from '../platform/engine';
import type { PhoneBackend } from '../platform/backend';
import { originOf } from './origin';

/** WeChat's: a finger that stays this long presses long. */
const LONG_PRESS_MS = 350;
/** a finger that moves farther does not tap */
const TAP_SLOP_PX = 10;
/** browsers make mouse events of their own after a touch */
const GHOST_MOUSE_MS = 900;

export interface TouchPoint {
  identifier: number;
  clientX: number;
  clientY: number;
  pageX: number;
  pageY: number;
  force: number;
}

interface Press {
  target: EventTarget;
  x: number;
  y: number;
  mayTap: boolean;
  pressedLong: boolean;
  timer: number;
}

/** WeChat counts `client` from the page's window and `page` from the top of the page's content. */
function pointOf(
  source: { identifier: number; clientX: number; clientY: number; force?: number },
  target: EventTarget | null,
): TouchPoint {
  const { left, top } = originOf(target);
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
  #lastTouchMs = -GHOST_MOUSE_MS;
  #mouseDown = false;

  constructor(backend: PhoneBackend) {
    this.#backend = backend;
  }

  /** Listens to the whole document; touchmove may be caught, so that none of it is passive. */
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
    const caught = Array.from(event.changedTouches, (touch) => pointOf(touch, touch.target)).map((point) =>
      this.#step(type, point, touches, event.target),
    );
    if (caught.includes(true) && event.cancelable && type === 'touchmove') event.preventDefault();
  }

  #onMouseDown(event: MouseEvent): void {
    if (event.button !== 0 || event.timeStamp - this.#lastTouchMs < GHOST_MOUSE_MS) return;
    this.#mouseDown = true;
    const point = pointOf(
      { identifier: 0, clientX: event.clientX, clientY: event.clientY },
      this.#presses.get(0)?.target ?? event.target,
    );
    this.#step('touchstart', point, [point], event.target);
  }

  #onMouse(type: 'touchmove' | 'touchend', event: MouseEvent): void {
    if (!this.#mouseDown) return;
    if (type === 'touchend') this.#mouseDown = false;
    const point = pointOf(
      { identifier: 0, clientX: event.clientX, clientY: event.clientY },
      this.#presses.get(0)?.target ?? event.target,
    );
    const caught = this.#step(type, point, type === 'touchend' ? [] : [point], event.target);
    if (caught && type === 'touchmove') event.preventDefault();
  }

  #step(
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
    const caught = this.#backend.dispatch(
      press.target,
      type,
      { x: point.clientX, y: point.clientY },
      { bubbles: true, fields },
    );
    if (type === 'touchend' || type === 'touchcancel') this.#end(type, press, point);
    return caught;
  }

  #begin(point: TouchPoint, target: EventTarget): void {
    const press: Press = { target, x: point.clientX, y: point.clientY, mayTap: true, pressedLong: false, timer: 0 };
    press.timer = window.setTimeout(() => {
      this.#pressLong(press, point);
    }, LONG_PRESS_MS);
    this.#presses.set(point.identifier, press);
  }

  #move(press: Press, point: TouchPoint): void {
    if (Math.hypot(point.clientX - press.x, point.clientY - press.y) <= TAP_SLOP_PX) return;
    press.mayTap = false;
    window.clearTimeout(press.timer);
  }

  #pressLong(press: Press, point: TouchPoint): void {
    if (!press.mayTap) return;
    press.pressedLong = press.target instanceof Node && isListening(press.target, 'longpress');
    this.#send(press, 'longpress', point, [point]);
    this.#send(press, 'longtap', point, [point]);
  }

  #end(type: 'touchend' | 'touchcancel', press: Press, point: TouchPoint): void {
    window.clearTimeout(press.timer);
    this.#presses.delete(point.identifier);
    if (type === 'touchend' && press.mayTap && !press.pressedLong) this.#send(press, 'tap', point, []);
  }

  #send(press: Press, type: string, point: TouchPoint, touches: TouchPoint[]): void {
    const detail = { x: point.clientX, y: point.clientY };
    this.#backend.dispatch(press.target, type, detail, { bubbles: true, fields: { touches, changedTouches: [point] } });
  }

  /** A tap without a finger: from the keyboard, or passed on by a label. */
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
