import type { Builtin } from './builtin';
import { toggleClass } from '../platform/node-style';

/**
 * Attributes of every component with a `hover-class`. Times are in milliseconds; the values are WeChat's defaults of a
 * view.
 */
export const hoverAttributes = {
  hoverClass: 'none',
  hoverStopPropagation: false,
  hoverStartTime: 50,
  hoverStayTime: 400,
} as const;

/** A finger that moves farther scrolls or drags, and ends the pressed state. */
const pressTolerancePx = 10;

const registered = new WeakMap<Element, Builtin>();

export function registerHover(builtin: Builtin): void {
  registered.set(builtin.element, builtin);
}

const hasHover = (builtin: Builtin): boolean =>
  builtin.text('hoverClass') !== '' && builtin.text('hoverClass') !== 'none' && !builtin.flag('disabled');

/** The pressed components with a hover class, from the innermost outwards up to one that stops the propagation. */
function pressed(target: Element | null): Builtin[] {
  const found: Builtin[] = [];
  for (let element = target; element !== null; element = element.parentElement) {
    const builtin = registered.get(element);
    if (builtin === undefined) continue;
    if (hasHover(builtin)) found.push(builtin);
    if (builtin.flag('hoverStopPropagation')) break;
  }
  return found;
}

/**
 * The built-in hover classes are styled by an attribute too: a component with isolated styles does not see global
 * classes.
 */
const builtinClasses = new Set(['button-hover', 'navigator-hover']);

function toggleHover(builtin: Builtin, names: string, on: boolean): void {
  toggleClass(builtin.component, names, on);
  if (builtinClasses.has(names)) builtin.element.toggleAttribute('wx-hover', on);
}

function press(builtin: Builtin, finger: AbortSignal): void {
  const names = builtin.text('hoverClass');
  let shown = false;
  const timer = setTimeout(() => {
    shown = true;
    toggleHover(builtin, names, true);
  }, builtin.number('hoverStartTime'));
  finger.addEventListener('abort', () => {
    clearTimeout(timer);
    if (shown) setTimeout(() => toggleHover(builtin, names, false), builtin.number('hoverStayTime'));
  });
}

/** One listener for the whole screen shows the `hover-class` of whatever a finger or the mouse presses. */
export function watchHover(screen: HTMLElement): void {
  screen.addEventListener(
    'pointerdown',
    (down) => {
      const lifted = new AbortController();
      const options = { signal: lifted.signal, capture: true, passive: true };
      for (const builtin of pressed(down.target instanceof Element ? down.target : null)) press(builtin, lifted.signal);
      const lift = (): void => lifted.abort();
      window.addEventListener('pointerup', lift, options);
      window.addEventListener('pointercancel', lift, options);
      window.addEventListener(
        'pointermove',
        (move) => {
          if (Math.hypot(move.clientX - down.clientX, move.clientY - down.clientY) > pressTolerancePx) lift();
        },
        options,
      );
    },
    { capture: true, passive: true },
  );
}
