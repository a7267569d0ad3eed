/** Pull-down refresh: by finger or mouse from the top of a page, or asked for by wx.startPullDownRefresh. */
import type { PageRecord } from './page';

/** how far the page comes down while it refreshes */
const OPEN_PX = 50;
/** the finger moves twice as far as the page */
const RESISTANCE = 0.5;
const LARGEST_PX = 120;

export interface PullDown {
  start(): void;
  stop(): void;
  /** a page that comes back into view is not left hanging */
  resume(): void;
}

class PullDownArea implements PullDown {
  readonly #page: PageRecord;
  #startY: number | undefined;
  #pulledPx = 0;
  #refreshing = false;

  constructor(page: PageRecord) {
    this.#page = page;
    const dots = document.createElement('div');
    dots.className = `pull-dots ${page.config['backgroundTextStyle'] === 'light' ? 'light' : 'dark'}`;
    dots.append(...[0, 1, 2].map(() => document.createElement('i')));
    page.frame.prepend(dots);
    this.#listen();
  }

  #listen(): void {
    const { frame } = this.#page;
    frame.addEventListener('touchstart', (event) => { this.#begin(event.touches[0]?.clientY); }, { passive: true });
    frame.addEventListener('touchmove', (event) => { this.#move(event.touches[0]?.clientY); }, { passive: true });
    frame.addEventListener('touchend', () => { this.#end(); });
    frame.addEventListener('touchcancel', () => { this.#end(); });
    frame.addEventListener('mousedown', (event) => { this.#begin(event.clientY); });
    window.addEventListener('mousemove', (event) => { this.#move(event.clientY); });
    window.addEventListener('mouseup', () => { this.#end(); });
  }

  #place(px: number, smooth: boolean): void {
    this.#pulledPx = px;
    const { view } = this.#page;
    view.style.transition = smooth ? 'top 0.2s' : '';
    view.style.top = `${px}px`;
  }

  #begin(y: number | undefined): void {
    this.#startY = this.#page.view.scrollTop <= 0 && !this.#refreshing ? y : undefined;
  }

  #move(y: number | undefined): void {
    if (this.#startY === undefined || y === undefined) return;
    if (this.#page.view.scrollTop > 0) this.#startY = undefined;
    else this.#place(Math.max(0, Math.min(LARGEST_PX, (y - this.#startY) * RESISTANCE)), false);
  }

  #end(): void {
    if (this.#startY === undefined) return;
    this.#startY = undefined;
    if (this.#pulledPx >= OPEN_PX) this.start();
    else if (this.#pulledPx > 0) this.#place(0, true);
  }

  start(): void {
    if (this.#refreshing) return;
    this.#refreshing = true;
    this.#page.frame.classList.add('refreshing');
    this.#place(OPEN_PX, true);
    this.#page.call('onPullDownRefresh');
  }

  stop(): void {
    this.#refreshing = false;
    this.#page.frame.classList.remove('refreshing');
    this.#place(0, true);
  }

  resume(): void {
    if (!this.#refreshing && this.#pulledPx > 0) this.#place(0, false);
  }
}

export function watchPullDown(page: PageRecord): PullDown {
  return new PullDownArea(page);
}
