import type { Part } from './part';
import { toggleClass } from '../platform/node-style';

/** Attributes of every component that shows when it is pressed; times in milliseconds, WeChat's defaults for a view. */
export const hoverAttributes = {
  hoverClass: 'none',
  hoverStopPropagation: false,
  hoverStartTime: 50,
  hoverStayTime: 400,
} as const;

/** A finger that moves further than this (px) scrolls or drags and presses nothing. */
const pressTolerance = 10;

const parts = new WeakMap<Element, Part>();

export function registerHover(part: Part): void {
  parts.set(part.element, part);
}

const presses = (part: Part): boolean =>
  part.text('hoverClass') !== '' && part.text('hoverClass') !== 'none' && !part.flag('disabled');

/** The parts under a finger that show it, from the innermost outwards, up to one that stops the propagation. */
function pressed(target: Element | null): Part[] {
  const found: Part[] = [];
  for (let element = target; element !== null; element = element.parentElement) {
    const part = parts.get(element);
    if (part === undefined) continue;
    if (presses(part)) found.push(part);
    if (part.flag('hoverStopPropagation')) break;
  }
  return found;
}

/** The built-in hover classes are styled by an attribute too: a component with isolated styles does not see global classes. */
const builtinClasses = new Set(['button-hover', 'navigator-hover']);

function show(part: Part, names: string, on: boolean): void {
  toggleClass(part.component, names, on);
  if (builtinClasses.has(names)) part.element.toggleAttribute('wx-hover', on);
}

function press(part: Part, finger: AbortSignal): void {
  const names = part.text('hoverClass');
  let shown = false;
  const timer = setTimeout(() => {
    shown = true;
    show(part, names, true);
  }, part.number('hoverStartTime'));
  finger.addEventListener('abort', () => {
    clearTimeout(timer);
    if (shown) setTimeout(() => show(part, names, false), part.number('hoverStayTime'));
  });
}

/** One listener for the whole screen shows the `hover-class` of whatever a finger or the mouse presses. */
export function watchHover(screen: HTMLElement): void {
  screen.addEventListener(
    'pointerdown',
    (down) => {
      const lifted = new AbortController();
      const options = { signal: lifted.signal, capture: true, passive: true };
      for (const part of pressed(down.target instanceof Element ? down.target : null)) press(part, lifted.signal);
      const lift = (): void => lifted.abort();
      window.addEventListener('pointerup', lift, options);
      window.addEventListener('pointercancel', lift, options);
      window.addEventListener(
        'pointermove',
        (move) => {
          if (Math.hypot(move.clientX - down.clientX, move.clientY - down.clientY) > pressTolerance) lift();
        },
        options,
      );
    },
    { capture: true, passive: true },
  );
}
