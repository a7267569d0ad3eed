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

/** what scrolls or is dragged by itself does not pull the page down */
const OWN_DRAG =
  'wx-scroll-view, wx-map, wx-picker-view, wx-slider, wx-movable-view, wx-canvas, wx-swiper[vertical], textarea, input';
/** after so much it is clear whether a finger goes down or to the side */
const DIRECTION_PX = 8;

interface Point {
  clientX: number;
  clientY: number;
}

class PullDownArea implements PullDown {
  readonly #page: PageRecord;
  #start: Point | undefined;
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
    frame.addEventListener(
      'touchstart',
      (event) => {
        this.#begin(event, event.touches[0]);
      },
      { passive: true },
    );
    frame.addEventListener(
      'touchmove',
      (event) => {
        this.#move(event, event.touches[0]);
      },
      { passive: true },
    );
    frame.addEventListener('touchend', () => {
      this.#end();
    });
    frame.addEventListener('touchcancel', () => {
      this.#end();
    });
    frame.addEventListener('mousedown', (event) => {
      this.#begin(event, event);
    });
    window.addEventListener('mousemove', (event) => {
      this.#move(event, event);
    });
    window.addEventListener('mouseup', () => {
      this.#end();
    });
  }

  #place(px: number, smooth: boolean): void {
    this.#pulledPx = px;
    const { view } = this.#page;
    view.style.transition = smooth ? 'top 0.2s' : '';
    view.style.top = `${px}px`;
  }

  #begin(event: Event, point: Point | undefined): void {
    const isOwn = event.target instanceof Element && event.target.closest(OWN_DRAG) !== null;
    this.#start = this.#page.view.scrollTop <= 0 && !this.#refreshing && !isOwn ? point : undefined;
  }

  #move(event: Event, point: Point | undefined): void {
    if (!this.#start || !point) return;
    const down = point.clientY - this.#start.clientY;
    const sideways = Math.abs(point.clientX - this.#start.clientX);
    const isElsewhere = this.#pulledPx === 0 && sideways > DIRECTION_PX && sideways > down;
    if (event.defaultPrevented || isElsewhere || this.#page.view.scrollTop > 0) this.#giveUp();
    else this.#place(Math.max(0, Math.min(LARGEST_PX, down * RESISTANCE)), false);
  }

  #giveUp(): void {
    this.#start = undefined;
    if (this.#pulledPx > 0) this.#place(0, true);
  }

  #end(): void {
    if (!this.#start) return;
    this.#start = undefined;
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
