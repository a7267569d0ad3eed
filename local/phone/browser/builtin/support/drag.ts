/** The distance of a finger from where it came down, in px, and its velocity, in px per millisecond. */
export interface Drag {
  readonly deltaX: number;
  readonly deltaY: number;
  readonly velocityX: number;
  readonly velocityY: number;
  readonly pointer: PointerEvent;
}

export interface DragHandlers {
  readonly axis: 'x' | 'y' | 'both';
  /** Called when the finger comes down; the answer false ignores this finger. */
  readonly start?: (pointer: PointerEvent) => boolean;
  move(drag: Drag): void;
  end(drag: Drag): void;
}

/** A finger that moved less may still tap. */
const dragThresholdPx = 6;

function isAcrossAxis(axis: DragHandlers['axis'], deltaX: number, deltaY: number): boolean {
  return (axis === 'x' && Math.abs(deltaY) > Math.abs(deltaX)) || (axis === 'y' && Math.abs(deltaX) > Math.abs(deltaY));
}

/** Measures one drag. Its velocity at the end is that of the last move. */
function createTracker(down: PointerEvent): (pointer: PointerEvent) => Drag {
  let last = { x: down.clientX, y: down.clientY, at: down.timeStamp, velocityX: 0, velocityY: 0 };
  return (pointer) => {
    const elapsedMs = pointer.timeStamp - last.at;
    if (elapsedMs > 0) {
      const velocityX = (pointer.clientX - last.x) / elapsedMs;
      const velocityY = (pointer.clientY - last.y) / elapsedMs;
      const isLifted = pointer.type !== 'pointermove';
      last = {
        x: pointer.clientX,
        y: pointer.clientY,
        at: pointer.timeStamp,
        velocityX: isLifted ? last.velocityX : velocityX,
        velocityY: isLifted ? last.velocityY : velocityY,
      };
    }
    return {
      deltaX: pointer.clientX - down.clientX,
      deltaY: pointer.clientY - down.clientY,
      velocityX: last.velocityX,
      velocityY: last.velocityY,
      pointer,
    };
  };
}

/** The browser sends a click at the end of a drag by mouse, which must have no effect. */
function suppressNextClick(): void {
  const suppress = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', suppress, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', suppress, { capture: true }));
}

/** Tracks one finger, or the mouse's main button, from its first move along the axis until it is lifted. */
function trackPointer(down: PointerEvent, handlers: DragHandlers): void {
  const lifted = new AbortController();
  const measure = createTracker(down);
  let dragging = false;
  const end = (pointer: PointerEvent): void => {
    if (pointer.pointerId !== down.pointerId) return;
    lifted.abort();
    if (!dragging) return;
    suppressNextClick();
    handlers.end(measure(pointer));
  };
  const move = (pointer: PointerEvent): void => {
    if (pointer.pointerId !== down.pointerId) return;
    const drag = measure(pointer);
    if (!dragging && Math.max(Math.abs(drag.deltaX), Math.abs(drag.deltaY)) < dragThresholdPx) return;
    if (!dragging && isAcrossAxis(handlers.axis, drag.deltaX, drag.deltaY)) return lifted.abort();
    dragging = true;
    handlers.move(drag);
  };
  window.addEventListener('pointermove', move, { signal: lifted.signal });
  window.addEventListener('pointerup', end, { signal: lifted.signal });
  window.addEventListener('pointercancel', end, { signal: lifted.signal });
}

/** Listens for drags that begin on the element, whose CSS `touch-action` must exclude the axis. */
export function onDrag(element: HTMLElement, handlers: DragHandlers): void {
  element.addEventListener('pointerdown', (down) => {
    if (down.button !== 0 || handlers.start?.(down) === false) return;
    trackPointer(down, handlers);
  });
  element.addEventListener('dragstart', (event) => event.preventDefault());
}
