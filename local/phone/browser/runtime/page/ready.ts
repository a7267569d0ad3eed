/** The `ready` lifetime: the engine's host has to say when a component has been painted. */
import { componentOfCaller, type CodeSpace } from '../platform/engine';
import type { GeneralComponent } from '../../host';

/** At most 100 ms, because a hidden window paints no frame. */
const maxFrameWaitMs = 100;

/** Resolves after the next frame. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = window.setTimeout(resolve, maxFrameWaitMs);
    requestAnimationFrame(() => {
      window.clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Fires `ready` of every component one frame after it was attached, for inner components before outer ones; not of one
 * that is gone by then.
 */
export function fireReadyAfterPaint(space: CodeSpace): void {
  const pending = new Set<GeneralComponent>();
  const flush = (): void => {
    const ready = [...pending].reverse();
    for (const component of ready) if (pending.delete(component)) component.triggerLifetime('ready', []);
  };
  const behavior = space.getComponentSpace().defineBehavior({
    lifetimes: {
      attached() {
        const component = componentOfCaller(this);
        if (!component) return;
        if (pending.size === 0) void afterPaint().then(flush);
        pending.add(component);
      },
      detached() {
        const component = componentOfCaller(this);
        if (component) pending.delete(component);
      },
    },
  });
  space.setOverallBehavior(behavior.general());
}
