import { onDrag } from '../../support/drag';
import type { Part } from '../../support/part';

/** The page pulls further than the finger lets it: a pull of 100 px shows 50. */
const resistance = 0.5;

/** Pull-to-refresh at the top of a scroll-view: pulled, over the threshold, refreshing, restored. */
class Refresher {
  refreshing = false;
  private pulled = 0;
  private readonly dots: HTMLElement;

  constructor(
    private readonly part: Part,
    private readonly box: HTMLElement,
  ) {
    this.dots = part.append('div', 'wx-refresher-dots', box);
  }

  look(): void {
    this.box.hidden = !this.part.flag('refresherEnabled');
    this.box.style.background = this.part.text('refresherBackground');
    this.dots.hidden = this.part.text('refresherDefaultStyle') === 'none';
    this.dots.classList.toggle('wx-refresher-white', this.part.text('refresherDefaultStyle') === 'white');
  }

  /** The page began or ended the refreshing itself. */
  triggered(): void {
    const on = this.part.flag('refresherTriggered');
    if (on && !this.refreshing) this.refresh();
    if (on || !this.refreshing) return;
    this.refreshing = false;
    this.show(0, true);
    this.part.fire('refresherrestore', { dy: 0 });
  }

  pull(deltaY: number): void {
    this.pulled = Math.max(0, deltaY * resistance);
    if (this.pulled === 0) return;
    this.show(this.pulled, false);
    this.part.fire('refresherpulling', { dy: this.pulled });
  }

  release(): void {
    if (this.pulled >= this.threshold()) return this.refresh();
    this.show(0, true);
    if (this.pulled > 0) this.part.fire('refresherabort', { dy: this.pulled });
  }

  private refresh(): void {
    this.refreshing = true;
    this.show(this.threshold(), true);
    this.part.fire('refresherrefresh', { dy: this.threshold() });
  }

  private threshold(): number {
    return this.part.number('refresherThreshold', 45);
  }

  private show(height: number, animated: boolean): void {
    this.box.style.transition = animated ? 'height 0.2s' : 'none';
    this.box.style.height = `${height}px`;
  }
}

/** A browser that begins to scroll takes the finger away; a finger that pulls down from the top is ours from its first move. */
function keepFinger(part: Part, refresher: Refresher): void {
  let startY = 0;
  part.element.addEventListener('touchstart', ({ touches: [finger] }) => (startY = finger?.clientY ?? 0), {
    passive: true,
  });
  part.element.addEventListener(
    'touchmove',
    (event) => {
      const pulls = (event.touches[0]?.clientY ?? 0) > startY;
      if (
        part.flag('refresherEnabled') &&
        pulls &&
        part.element.scrollTop <= 0 &&
        !refresher.refreshing &&
        event.cancelable
      )
        event.preventDefault();
    },
    { passive: false },
  );
}

export function createRefresher(part: Part): { changed: Record<string, () => void> } {
  const box = part.element.querySelector(':scope > .wx-refresher');
  if (!(box instanceof HTMLElement)) return { changed: {} };
  const refresher = new Refresher(part, box);
  onDrag(part.element, {
    axis: 'y',
    start: () => part.flag('refresherEnabled') && !refresher.refreshing && part.element.scrollTop <= 0,
    move: ({ deltaY }) => refresher.pull(deltaY),
    end: () => refresher.release(),
  });
  keepFinger(part, refresher);
  const look = (): void => refresher.look();
  look();
  return {
    changed: {
      refresherEnabled: look,
      refresherBackground: look,
      refresherDefaultStyle: look,
      refresherTriggered: () => refresher.triggered(),
    },
  };
}
