import type { GeneralComponent } from '../../host';
import { setAnimationStyle } from '../platform/node-style';
import { asBag, asList, asNumber, asText } from './values';

/** One call of a WeChat animation (`rotate(45)`, `width('100px')`), as `wx.createAnimation` exports it. */
interface Animate {
  type: string;
  args: readonly unknown[];
}

const degrees = (value: unknown): string => `${asNumber(value, 0)}deg`;
const length = (value: unknown): string =>
  typeof value === 'string' && !/^-?[\d.]+$/.test(value) ? value : `${asNumber(value, 0)}px`;
const plain = (value: unknown): string => String(asNumber(value, 0));

/** How the arguments of each transform are written in CSS; the last entry serves the remaining arguments. */
const transforms: Readonly<Record<string, readonly ((value: unknown) => string)[]>> = {
  matrix: [plain],
  matrix3d: [plain],
  rotate: [degrees],
  rotate3d: [plain, plain, plain, degrees],
  rotateX: [degrees],
  rotateY: [degrees],
  rotateZ: [degrees],
  scale: [plain],
  scale3d: [plain],
  scaleX: [plain],
  scaleY: [plain],
  scaleZ: [plain],
  skew: [degrees],
  skewX: [degrees],
  skewY: [degrees],
  translate: [length],
  translate3d: [length],
  translateX: [length],
  translateY: [length],
  translateZ: [length],
};

const properties: Readonly<Record<string, string>> = {
  opacity: 'opacity',
  backgroundColor: 'background-color',
  width: 'width',
  height: 'height',
  left: 'left',
  right: 'right',
  top: 'top',
  bottom: 'bottom',
};

function transform({ type, args }: Animate): string {
  const writers = transforms[type] ?? [plain];
  const last = writers[writers.length - 1] ?? plain;
  return `${type}(${args.map((value, index) => (writers[index] ?? last)(value)).join(',')})`;
}

function declaration({ type, args: [value] }: Animate): [name: string, value: string] | undefined {
  const name = properties[type];
  if (name === undefined) return undefined;
  return [name, type === 'opacity' ? plain(value) : type === 'backgroundColor' ? asText(value) : length(value)];
}

interface Step {
  animates: Animate[];
  durationMs: number;
  delayMs: number;
  timing: string;
  origin: string;
}

function step(action: unknown): Step {
  const { animates, option } = asBag(action);
  const transition = asBag(asBag(option)['transition']);
  return {
    animates: asList(animates)
      .map(asBag)
      .map(({ type, args }) => ({ type: asText(type), args: asList(args) })),
    durationMs: asNumber(transition['duration'], 400),
    delayMs: asNumber(transition['delay'], 0),
    timing: asText(transition['timingFunction'], 'linear'),
    origin: asText(asBag(option)['transformOrigin'], '50% 50% 0'),
  };
}

const running = new WeakMap<GeneralComponent, ReturnType<typeof setTimeout>>();
const reached = new WeakMap<GeneralComponent, Map<string, string>>();

function play(component: GeneralComponent, steps: readonly Step[]): void {
  const [now, ...later] = steps;
  if (now === undefined) return;
  const state = reached.get(component) ?? new Map<string, string>();
  const moves = now.animates.filter(({ type }) => type in transforms).map(transform);
  if (moves.length > 0) state.set('transform', moves.join(' '));
  for (const found of now.animates.map(declaration)) if (found !== undefined) state.set(...found);
  reached.set(component, state);
  const declarations = [...state].map(([name, value]) => `${name}:${value}`);
  setAnimationStyle(
    component,
    [
      ...declarations,
      `transform-origin:${now.origin}`,
      `transition:${[...state.keys()].map((name) => `${name} ${now.durationMs}ms ${now.timing} ${now.delayMs}ms`).join(',')}`,
    ].join(';'),
  );
  running.set(
    component,
    setTimeout(() => play(component, later), now.durationMs + now.delayMs),
  );
}

/** The attribute `animation`: plays what `wx.createAnimation(…).export()` gave, step after step, from where the element is. */
export function runAnimation(component: GeneralComponent, animation: unknown): void {
  clearTimeout(running.get(component));
  play(component, asList(asBag(animation)['actions']).map(step));
}
