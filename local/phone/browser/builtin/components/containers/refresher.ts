import { onDrag } from '../../support/drag';
import type { Builtin } from '../../support/builtin';

/** The content moves less than the finger: a pull of 100 px shows 50. */
const resistance = 0.5;

/** Pull-to-refresh at the top of a scroll-view: pulling, refreshing past the threshold, restoring. */
class Refresher {
  refreshing = false;
  private pulledPx = 0;
  private readonly dots: HTMLElement;

  constructor(
    private readonly builtin: Builtin,
    private readonly box: HTMLElement,
  ) {
    this.dots = builtin.append('div', 'wx-refresher-dots', box);
  }

  render(): void {
    this.box.hidden = !this.builtin.flag('refresherEnabled');
    this.box.style.background = this.builtin.text('refresherBackground');
    this.dots.hidden = this.builtin.text('refresherDefaultStyle') === 'none';
    this.dots.classList.toggle('wx-refresher-white', this.builtin.text('refresherDefaultStyle') === 'white');
  }

  /** Follows `refresher-triggered`, by which the page begins or ends the refreshing itself. */
  updateTriggered(): void {
    const isTriggered = this.builtin.flag('refresherTriggered');
    if (isTriggered && !this.refreshing) this.refresh();
    if (isTriggered || !this.refreshing) return;
    this.refreshing = false;
    this.show(0, true);
    this.builtin.fire('refresherrestore', { dy: 0 });
  }

  pull(deltaY: number): void {
    this.pulledPx = Math.max(0, deltaY * resistance);
    if (this.pulledPx === 0) return;
    this.show(this.pulledPx, false);
    this.builtin.fire('refresherpulling', { dy: this.pulledPx });
  }

  release(): void {
    if (this.pulledPx >= this.threshold()) return this.refresh();
    this.show(0, true);
    if (this.pulledPx > 0) this.builtin.fire('refresherabort', { dy: this.pulledPx });
  }

  private refresh(): void {
    this.refreshing = true;
    this.show(this.threshold(), true);
    this.builtin.fire('refresherrefresh', { dy: this.threshold() });
  }

  private threshold(): number {
    return this.builtin.number('refresherThreshold', 45);
  }

  private show(height: number, animated: boolean): void {
    this.box.style.transition = animated ? 'height 0.2s' : 'none';
    this.box.style.height = `${height}px`;
  }
}

/**
 * Keeps the browser from scrolling while a finger pulls down from the top: once it scrolls, it sends no further events
 * of that finger.
 */
function preventNativeScroll(builtin: Builtin, refresher: Refresher): void {
  let startY = 0;
  builtin.element.addEventListener('touchstart', ({ touches: [finger] }) => (startY = finger?.clientY ?? 0), {
    passive: true,
  });
  builtin.element.addEventListener(
    'touchmove',
    (event) => {
      const isDownward = (event.touches[0]?.clientY ?? 0) > startY;
      if (
        builtin.flag('refresherEnabled') &&
        isDownward &&
        builtin.element.scrollTop <= 0 &&
        !refresher.refreshing &&
        event.cancelable
      )
        event.preventDefault();
    },
    { passive: false },
  );
}

export function createRefresher(builtin: Builtin): { changed: Record<string, () => void> } {
  const box = builtin.element.querySelector(':scope > .wx-refresher');
  if (!(box instanceof HTMLElement)) return { changed: {} };
  const refresher = new Refresher(builtin, box);
  onDrag(builtin.element, {
    axis: 'y',
    start: () => builtin.flag('refresherEnabled') && !refresher.refreshing && builtin.element.scrollTop <= 0,
    move: ({ deltaY }) => refresher.pull(deltaY),
    end: () => refresher.release(),
  });
  preventNativeScroll(builtin, refresher);
  const render = (): void => refresher.render();
  render();
  return {
    changed: {
      refresherEnabled: render,
      refresherBackground: render,
      refresherDefaultStyle: render,
      refresherTriggered: () => refresher.updateTriggered(),
    },
  };
}
