/** How far a finger is from where it came down, in px, and how fast it goes, in px per millisecond. */
export interface Drag {
  deltaX: number;
  deltaY: number;
  velocityX: number;
  velocityY: number;
  pointer: PointerEvent;
}

export interface DragHandlers {
  axis: 'x' | 'y' | 'both';
  /** false leaves this finger alone */
  start?: (pointer: PointerEvent) => boolean;
  move(drag: Drag): void;
  end(drag: Drag): void;
}

/** A finger that moved less is still tapping. */
const slop = 6;

function otherAxis(axis: DragHandlers['axis'], deltaX: number, deltaY: number): boolean {
  return (axis === 'x' && Math.abs(deltaY) > Math.abs(deltaX)) || (axis === 'y' && Math.abs(deltaX) > Math.abs(deltaY));
}

function tracker(down: PointerEvent): (pointer: PointerEvent) => Drag {
  let last = { x: down.clientX, y: down.clientY, at: down.timeStamp, velocityX: 0, velocityY: 0 };
  return (pointer) => {
    const passed = pointer.timeStamp - last.at;
    if (passed > 0) {
      const velocityX = (pointer.clientX - last.x) / passed;
      const velocityY = (pointer.clientY - last.y) / passed;
      const stood = pointer.type !== 'pointermove';
      last = {
        x: pointer.clientX,
        y: pointer.clientY,
        at: pointer.timeStamp,
        velocityX: stood ? last.velocityX : velocityX,
        velocityY: stood ? last.velocityY : velocityY,
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

/** A mouse that dragged sends a click at its end; that click means nothing. */
function swallowClick(): void {
  const swallow = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}

/** Follows one finger, or the mouse's main button, from the moment that it moves along the axis until it is lifted. */
function follow(down: PointerEvent, handlers: DragHandlers): void {
  const lifted = new AbortController();
  const measure = tracker(down);
  let dragging = false;
  const end = (pointer: PointerEvent): void => {
    if (pointer.pointerId !== down.pointerId) return;
    lifted.abort();
    if (!dragging) return;
    swallowClick();
    handlers.end(measure(pointer));
  };
  const move = (pointer: PointerEvent): void => {
    if (pointer.pointerId !== down.pointerId) return;
    const drag = measure(pointer);
    if (!dragging && Math.max(Math.abs(drag.deltaX), Math.abs(drag.deltaY)) < slop) return;
    if (!dragging && otherAxis(handlers.axis, drag.deltaX, drag.deltaY)) return lifted.abort();
    dragging = true;
    handlers.move(drag);
  };
  window.addEventListener('pointermove', move, { signal: lifted.signal });
  window.addEventListener('pointerup', end, { signal: lifted.signal });
  window.addEventListener('pointercancel', end, { signal: lifted.signal });
}

/** Listens for drags that begin on the element. Its CSS `touch-action` must leave the axis to us. */
export function onDrag(element: HTMLElement, handlers: DragHandlers): void {
  element.addEventListener('pointerdown', (down) => {
    if (down.button !== 0 || handlers.start?.(down) === false) return;
    follow(down, handlers);
  });
  element.addEventListener('dragstart', (event) => event.preventDefault());
}
