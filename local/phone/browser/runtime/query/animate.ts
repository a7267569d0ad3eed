/**
 * `this.animate(selector, keyframes, duration, callback)` of pages and components
 * (https://developers.weixin.qq.com/miniprogram/dev/framework/view/animation.html), carried out by the browser's own
 * animations.
 */
import { domOf } from '../platform/engine';
import type { GeneralComponent } from '../../host';
import { cssValue } from '../css-value';

type WeChatFrame = Record<string, unknown>;

/** The unit of numbers without one, for each transform function. */
const transformUnits: Readonly<Record<string, string>> = {
  translate: 'px',
  translate3d: 'px',
  translateX: 'px',
  translateY: 'px',
  translateZ: 'px',
  rotate: 'deg',
  rotate3d: 'deg',
  rotateX: 'deg',
  rotateY: 'deg',
  rotateZ: 'deg',
  scale: '',
  scale3d: '',
  scaleX: '',
  scaleY: '',
  scaleZ: '',
  skew: 'deg',
  skewX: 'deg',
  skewY: 'deg',
  matrix: '',
  matrix3d: '',
};

function argument(value: unknown, unit: string): string {
  return typeof value === 'number' ? `${value}${unit}` : cssValue(String(value));
}

function transformOf(frame: WeChatFrame): string {
  return Object.entries(frame)
    .filter(([name]) => name in transformUnits)
    .map(([name, value]) => {
      const values: unknown[] = Array.isArray(value) ? value : [value];
      const unit = transformUnits[name] ?? '';
      // of rotate3d's four numbers only the last is an angle
      const texts = values.map((item, index) => argument(item, name === 'rotate3d' && index < 3 ? '' : unit));
      return `${name}(${texts.join(',')})`;
    })
    .join(' ');
}

function frameOf(frame: WeChatFrame): Keyframe {
  const result: Keyframe = {};
  for (const [name, value] of Object.entries(frame)) {
    if (name in transformUnits) continue;
    if (name === 'ease') result.easing = String(value);
    else if (name === 'offset') result.offset = Number(value);
    else result[name] = typeof value === 'number' && name !== 'opacity' ? `${value}px` : cssValue(String(value));
  }
  const transform = transformOf(frame);
  return transform === '' ? result : { ...result, transform };
}

function elementsOf(component: GeneralComponent, selector: string): HTMLElement[] {
  const found = component.getShadowRoot()?.querySelectorAll(selector) ?? [];
  return found.map(domOf).filter((element) => element !== undefined);
}

/** Plays an animation; its last frame stays until `clearAnimation`. */
export function animate(
  component: GeneralComponent,
  ...[selector, frames, durationMs, done]: [string, readonly WeChatFrame[], number, (() => void)?]
): void {
  const running = elementsOf(component, selector).map((element) =>
    element.animate(frames.map(frameOf), { duration: durationMs, fill: 'forwards' }),
  );
  void Promise.allSettled(running.map((animation) => animation.finished)).then(() => {
    done?.();
  });
}

/** @param rest the properties to clear (all of them are cleared), then the callback; either may be missing */
export function clearAnimation(component: GeneralComponent, selector: string, ...rest: unknown[]): void {
  for (const element of elementsOf(component, selector))
    for (const animation of element.getAnimations()) animation.cancel();
  const done = rest.find((argument) => typeof argument === 'function');
  if (typeof done === 'function') Reflect.apply(done, undefined, []);
}
