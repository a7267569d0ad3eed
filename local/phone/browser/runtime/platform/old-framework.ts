/**
 * What WeChat's old framework does otherwise than the engine, for apps that declare no framework. Like engine.ts it
 * reaches beyond the engine's declared types.
 */
import { glassEasel } from 'glass-easel-miniprogram-adapter';

type Observe = (this: unknown, paths: unknown, observer: unknown, once?: boolean) => unknown;
type WrapEvent = (this: unknown, target: unknown, mark: unknown, current: unknown) => object;

/** An observer that a component gets by two ways is one observer. */
function observeOnce(): void {
  const prototype = glassEasel.BehaviorBuilder.prototype as unknown as { observer: Observe };
  const original = prototype.observer;
  prototype.observer = function (paths, observer) {
    return original.call(this, paths, observer, true);
  };
}

/** A slot is no element there: an event from what was sent into it has the element around the slot as its target. */
function placedTarget(target: unknown): unknown {
  let node: unknown = target;
  while (glassEasel.Element.isElement(node) && glassEasel.VirtualNode.isVirtualNode(node)) node = node.parentNode;
  if (node === target || !glassEasel.Element.isElement(node)) return target;
  return glassEasel.Component.isComponent(node) ? node.getMethodCaller() : node;
}

function placeTargets(): void {
  const prototype = glassEasel.Event.prototype as unknown as { wrapShadowedEvent: WrapEvent };
  const original = prototype.wrapShadowedEvent;
  prototype.wrapShadowedEvent = function (target, mark, current) {
    return original.call(this, placedTarget(target), mark, current);
  };
}

type Drawn = { readonly C: (...steps: unknown[]) => void } & Record<string, unknown>;
type Draw = (root: object, ...rest: unknown[]) => Drawn;

/** Which templates are being drawn in a component now. */
const drawing = new WeakMap<object, Set<Draw>>();

/** A template that is reached again while it is drawn, by itself or by way of another one, draws nothing there. */
function stopped(name: string, draw: Draw): Draw {
  return (root, ...rest) => {
    const drawn = draw(root, ...rest);
    return {
      ...drawn,
      C: (...steps) => {
        const running = drawing.get(root) ?? new Set();
        drawing.set(root, running);
        if (running.has(draw)) return console.warn(`template ${name} calls itself and is stopped`);
        running.add(draw);
        try {
          drawn.C(...steps);
        } finally {
          running.delete(draw);
        }
      },
    };
  };
}

const isDraw = (value: unknown): value is Draw => typeof value === 'function';

/** Stops the named templates of one file where they call themselves. */
export function stopRecursion(templates: unknown): void {
  if (typeof templates !== 'object' || templates === null) return;
  for (const [name, draw] of Object.entries(templates))
    if (name !== '' && isDraw(draw)) Reflect.set(templates, name, stopped(name, draw));
}

export function useOldFramework(): void {
  observeOnce();
  placeTargets();
}
