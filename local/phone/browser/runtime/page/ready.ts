/** The `ready` lifetime: the engine leaves it to its host to say when a component has been drawn. */
import { componentBehind, type CodeSpace } from '../platform/engine';
import type { GeneralComponent } from '../../host';

/** a window that nobody looks at draws nothing: then this long must do */
const LONGEST_FRAME_MS = 100;

/** Resolves after the next frame. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = window.setTimeout(resolve, LONGEST_FRAME_MS);
    requestAnimationFrame(() => {
      window.clearTimeout(timer);
      resolve();
    });
  });
}

/** Every component of the app becomes ready one frame after it was attached, inner ones before those that hold them. */
export function announceReady(space: CodeSpace): void {
  let waiting: GeneralComponent[] = [];
  const flush = (): void => {
    const ready = waiting.reverse();
    waiting = [];
    for (const component of ready) component.triggerLifetime('ready', []);
  };
  const behavior = space.getComponentSpace().defineBehavior({
    lifetimes: {
      attached() {
        const component = componentBehind(this);
        if (!component) return;
        if (waiting.length === 0) void afterPaint().then(flush);
        waiting.push(component);
      },
    },
  });
  space.setOverallBehavior(behavior.general());
}
