/**
 * A page that shows one thing, read whole: an order, an activity, a card. Spread into a page as `pagedList` is into a
 * page that shows a list, beside what the page does with what it shows.
 */
import type { Reply } from '../contracts/error';
import { ensureSession } from '../session/ensure-session';
import { refreshAppearance } from './appearance';
import type { PageData } from './page-data';
import { readFailure } from './phase';
import { submitHandlers } from './submit';

interface RecordPage {
  data: PageData<string>;
  setData(change: object): void;
  load(extra?: object): Promise<void>;
  retry(): void;
}

interface RecordOptions<Page, Answer> {
  read(page: Page): Promise<Reply<Answer>>;
  /** What the answer puts into `data`; the page is then ready, unless `phase` says otherwise. */
  draw(answer: Answer, page: Page): object;
  /**
   * Somebody is entering something: when the phone is connected again, the page is not read again before they submit
   * it.
   */
  isEditing?(page: Page): boolean;
  /** Whether what stands there is still this reader's; where it is not, it goes when it cannot be read again. */
  isCurrent?(page: Page): boolean;
  /** What the phone knows itself, drawn when it cannot be read. */
  fallback?(): Answer | undefined;
  /** Once the answer stands there, or why there is none. */
  afterLoad?(page: Page): void | Promise<void>;
  /** Read again whenever the page comes to the front, instead of once. */
  readonly refreshOnShow?: boolean;
  /** Drawn without knowing who reads: nothing depends on it, or the answer says it. */
  readonly forAnybody?: boolean;
}

/**
 * `retry` for the page-state, `online` for when the phone is connected again (page/online.ts), `leaveSheet` for the
 * sheet.
 */
const handlers = {
  /** Sends what somebody entered on the page or in its sheet; `problem` says why it was refused. */
  ...submitHandlers,
  retry(this: RecordPage): void {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  async onPullDownRefresh(this: RecordPage): Promise<void> {
    await this.load();
    wx.stopPullDownRefresh();
  },
  leaveSheet(this: RecordPage): void {
    this.setData({ sheetVisible: false });
  },
};

function changeOf<Page, Answer>(
  page: RecordPage & Page,
  { draw, isCurrent, fallback }: RecordOptions<Page, Answer>,
  reply: Reply<Answer>,
): object {
  if (reply.ok) return { phase: 'ready', problem: '', stale: '', ...draw(reply.data, page) };
  const known = fallback?.();
  const isShown = known !== undefined || (page.data.phase === 'ready' && (isCurrent?.(page) ?? true));
  return { ...(known !== undefined && { phase: 'ready', ...draw(known, page) }), ...readFailure(isShown, reply.code) };
}

export function record<Page, Answer>(options: RecordOptions<Page, Answer>) {
  const { read, isEditing, afterLoad, refreshOnShow = false, forAnybody = false } = options;
  return {
    ...handlers,
    onLoad(this: RecordPage): void {
      if (!refreshOnShow) void this.load();
    },
    onShow(this: RecordPage): void {
      refreshAppearance(this);
      if (refreshOnShow) void this.load();
    },
    /** @param extra what changes in the page when the answer is there, whatever it is: one setData less */
    async load(this: RecordPage & Page, extra?: object): Promise<void> {
      const [reply] = await Promise.all([read(this), forAnybody || ensureSession()]);
      this.setData({ ...changeOf(this, options, reply), ...extra });
      await afterLoad?.(this);
    },
    online(this: RecordPage & Page): void {
      const { phase, stale } = this.data;
      if (isEditing?.(this)) this.setData({ problem: '', stale: '' });
      else if (phase === 'failed') this.retry();
      else if (stale !== '') void this.load();
    },
  };
}
