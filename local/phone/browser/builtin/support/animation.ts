import type { GeneralComponent } from '../../host';
import { setAnimationStyle } from '../platform/node-style';
import { asRecord, asList, asNumber, asText } from './values';

/** One call of a WeChat animation (`rotate(45)`, `width('100px')`), as `wx.createAnimation` exports it. */
interface AnimationCall {
  readonly type: string;
  readonly args: readonly unknown[];
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

function transform({ type, args }: AnimationCall): string {
  const writers = transforms[type] ?? [plain];
  const last = writers[writers.length - 1] ?? plain;
  return `${type}(${args.map((value, index) => (writers[index] ?? last)(value)).join(',')})`;
}

function declaration({ type, args: [value] }: AnimationCall): [name: string, value: string] | undefined {
  const name = properties[type];
  if (name === undefined) return undefined;
  return [name, type === 'opacity' ? plain(value) : type === 'backgroundColor' ? asText(value) : length(value)];
}

interface Step {
  readonly animates: AnimationCall[];
  readonly durationMs: number;
  readonly delayMs: number;
  readonly timing: string;
  readonly origin: string;
}

function parseStep(action: unknown): Step {
  const { animates, option } = asRecord(action);
  const transition = asRecord(asRecord(option)['transition']);
  return {
    animates: asList(animates)
      .map(asRecord)
      .map(({ type, args }) => ({ type: asText(type), args: asList(args) })),
    durationMs: asNumber(transition['duration'], 400),
    delayMs: asNumber(transition['delay'], 0),
    timing: asText(transition['timingFunction'], 'linear'),
    origin: asText(asRecord(option)['transformOrigin'], '50% 50% 0'),
  };
}

/** The timers that start the next step. */
const stepTimers = new WeakMap<GeneralComponent, ReturnType<typeof setTimeout>>();
/** The declarations that an animated element has by now. */
const currentDeclarations = new WeakMap<GeneralComponent, Map<string, string>>();

function play(component: GeneralComponent, steps: readonly Step[]): void {
  const [step, ...laterSteps] = steps;
  if (step === undefined) return;
  const state = currentDeclarations.get(component) ?? new Map<string, string>();
  const transformCalls = step.animates.filter(({ type }) => type in transforms).map(transform);
  if (transformCalls.length > 0) state.set('transform', transformCalls.join(' '));
  for (const found of step.animates.map(declaration)) if (found !== undefined) state.set(...found);
  currentDeclarations.set(component, state);
  const declarations = [...state].map(([name, value]) => `${name}:${value}`);
  const transitions = [...state.keys()].map((name) => `${name} ${step.durationMs}ms ${step.timing} ${step.delayMs}ms`);
  setAnimationStyle(
    component,
    [...declarations, `transform-origin:${step.origin}`, `transition:${transitions.join(',')}`].join(';'),
  );
  stepTimers.set(
    component,
    setTimeout(() => play(component, laterSteps), step.durationMs + step.delayMs),
  );
}

/**
 * Plays the attribute `animation`: what `wx.createAnimation(…).export()` returned, step after step, from the current
 * state.
 */
export function runAnimation(component: GeneralComponent, animation: unknown): void {
  clearTimeout(stepTimers.get(component));
  play(component, asList(asRecord(animation)['actions']).map(parseStep));
}
