/** The intersection observers of the engine, with coordinates in the page's window instead of the document. */
import { pageOriginOf } from '../page/origin';
import { ownerOf, type glassEasel } from '../platform/engine';

type Status = glassEasel.backend.IntersectionStatus;

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

function shifted(rect: DOMRectReadOnly | null, origin: { left: number; top: number }): Rect {
  const { left = 0, top = 0, width = 0, height = 0 } = rect ?? {};
  const [x, y] = [left - origin.left, top - origin.top];
  return { left: x, top: y, right: x + width, bottom: y + height, width, height };
}

/** The id and dataset of the observed element, which WeChat adds to the result. */
function identityOf(target: Element): { id: string; dataset: Record<string, unknown> } {
  const owner = ownerOf(target);
  return { id: owner?.id ?? '', dataset: { ...owner?.dataset } };
}

export interface Intersection {
  readonly target: Element;
  /** Undefined stands for the page's window. */
  readonly relative: Element | undefined;
  readonly margin: string;
  readonly thresholds: number[];
}

/**
 * WeChat reports the first status only if it crosses a threshold, counted from zero. The engine drops exactly that
 * first crossing, so that the first crossing is reported twice here, and nothing before it.
 */
function fromFirstCrossing(
  thresholds: readonly number[],
  listener: (status: Status) => void,
): (status: Status) => void {
  let hasCrossed = false;
  return (status) => {
    const ratio = status.intersectionRatio;
    const crosses = ratio !== 0 && thresholds.some((threshold) => ratio >= threshold);
    if (!hasCrossed && !crosses) return;
    if (!hasCrossed) listener(status);
    hasCrossed = true;
    listener(status);
  };
}

/** Observes an element. Everything on a hidden page is out of view, as on a phone. */
export function observeIntersection(
  { target, relative, margin, thresholds }: Intersection,
  listener: (status: Status) => void,
): { disconnect(): void } {
  const root = relative ?? target.closest('.page-frame');
  const notify = fromFirstCrossing(thresholds, listener);
  /**
   * Published components compute margins from heights that are not measured yet; a phone treats what is no number as 0.
   */
  const rootMargin = margin.replace(/-?(?:NaN|undefined|Infinity)/g, '0');
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const origin = pageOriginOf(target);
        notify({
          ...identityOf(target),
          intersectionRatio: entry.intersectionRatio,
          boundingClientRect: shifted(entry.boundingClientRect, origin),
          intersectionRect: shifted(entry.intersectionRect, origin),
          relativeRect: shifted(entry.rootBounds, origin),
          time: entry.time,
        });
      }
    },
    { root, rootMargin, threshold: thresholds },
  );
  observer.observe(target);
  return {
    disconnect: () => {
      observer.disconnect();
    },
  };
}
