import { asRecord, asNumber, asText } from '../../builtin/support/values';

const callNames = [
  'matrix',
  'matrix3d',
  'rotate',
  'rotate3d',
  'rotateX',
  'rotateY',
  'rotateZ',
  'scale',
  'scale3d',
  'scaleX',
  'scaleY',
  'scaleZ',
  'skew',
  'skewX',
  'skewY',
  'translate',
  'translate3d',
  'translateX',
  'translateY',
  'translateZ',
  'opacity',
  'backgroundColor',
  'width',
  'height',
  'left',
  'right',
  'top',
  'bottom',
] as const;

/** WeChat's Animation: it collects calls until `step()`, and steps until `export()`. */
export type Animation = { [Name in (typeof callNames)[number]]: (...values: unknown[]) => Animation } & {
  step(options?: unknown): Animation;
  export(): { actions: unknown[] };
};

interface Timing {
  readonly duration: number;
  readonly timingFunction: string;
  readonly delay: number;
  readonly transformOrigin: string;
}

function timing(options: unknown, before: Timing): Timing {
  const given = asRecord(options);
  return {
    duration: asNumber(given['duration'], before.duration),
    timingFunction: asText(given['timingFunction'], before.timingFunction),
    delay: asNumber(given['delay'], before.delay),
    transformOrigin: asText(given['transformOrigin'], before.transformOrigin),
  };
}

/** Creates an animation; the attribute `animation` of a component plays what its `export()` answers. */
export function createAnimation(options?: unknown): Animation {
  const defaults = timing(options, { duration: 400, timingFunction: 'linear', delay: 0, transformOrigin: '50% 50% 0' });
  let animates: { type: string; args: unknown[] }[] = [];
  let actions: unknown[] = [];
  const collect =
    (type: string) =>
    (...args: unknown[]): Animation => {
      // scale(2) and skew(10) mean both directions and the first alone
      animates.push({ type, args: type === 'scale' && args.length === 1 ? [args[0], args[0]] : args });
      return animation;
    };
  const named = (name: (typeof callNames)[number]) => ({ [name]: collect(name) });
  const animation: Animation = Object.assign({}, ...callNames.map(named), {
    step: (given?: unknown): Animation => {
      const { transformOrigin, ...transition } = timing(given, defaults);
      actions.push({ animates, option: { transformOrigin, transition } });
      animates = [];
      return animation;
    },
    export: () => {
      const done = actions;
      actions = [];
      return { actions: done };
    },
  });
  return animation;
}
