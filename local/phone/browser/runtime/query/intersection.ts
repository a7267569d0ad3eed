/** The observers that the engine asks its backend for, in the page's window instead of the document's. */
import { originOf } from '../page/origin';
import { ownerOf, type glassEasel } from '../platform/engine';

type Status = glassEasel.backend.IntersectionStatus;

interface Place {
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
}

function shifted(rect: DOMRectReadOnly | null, origin: { left: number; top: number }): Place {
  const { left = 0, top = 0, width = 0, height = 0 } = rect ?? {};
  const [x, y] = [left - origin.left, top - origin.top];
  return { left: x, top: y, right: x + width, bottom: y + height, width, height };
}

/** WeChat says of which element it tells. */
function identityOf(target: Element): { id: string; dataset: Record<string, unknown> } {
  const owner = ownerOf(target);
  return { id: owner?.id ?? '', dataset: { ...owner?.dataset } };
}

export interface Intersection {
  target: Element;
  /** undefined for the page's window */
  relative: Element | undefined;
  margin: string;
  thresholds: number[];
}

/**
 * WeChat tells an observer of what it sees at first only if that crosses a threshold, counted from nothing. The engine means to, but lets
 * exactly that first crossing fall: so the first crossing is told twice, and nothing before it.
 */
function fromFirstCrossing(
  thresholds: readonly number[],
  listener: (status: Status) => void,
): (status: Status) => void {
  let begun = false;
  return (status) => {
    const ratio = status.intersectionRatio;
    const crosses = ratio !== 0 && thresholds.some((threshold) => ratio >= threshold);
    if (!begun && !crosses) return;
    if (!begun) listener(status);
    begun = true;
    listener(status);
  };
}

/** A sleeping page (`hidden`) is out of everything, as on a phone. */
export function observeIntersection(
  { target, relative, margin, thresholds }: Intersection,
  listener: (status: Status) => void,
): { disconnect(): void } {
  const root = relative ?? target.closest('.page-frame');
  const tell = fromFirstCrossing(thresholds, listener);
  /** Published components reckon margins from heights that are not measured yet; a phone takes what is no number for none. */
  const rootMargin = margin.replace(/-?(?:NaN|undefined|Infinity)/g, '0');
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const origin = originOf(target);
        tell({
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
