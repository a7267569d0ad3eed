/**
 * A list that may be long, one page of it at a time: what stands in `data` and on the screen stays small however far
 * back somebody reads (docs/adr/0011-lists-turn-pages.md). Spread into a page, beside what the page itself does with
 * its lines.
 */
import type { ErrorCode, Reply } from '../contracts/error';
import { ensureSession } from '../session/ensure-session';
import { loadingRefusal } from '../text/errors';
import { appearance, refreshAppearance } from './appearance';
import type { Emitted } from './events';
import type { PageData } from './page-data';
import { readFailure, type Phase } from './phase';

/** Where in its list a page stands, as components/layout/pager shows it. */
export interface PagePosition {
  readonly number: number;
  readonly hasOlder: boolean;
  /** What was asked for and has not come yet. */
  readonly busy: '' | 'newer' | 'older';
  /** Why the last change of page failed. */
  readonly problem: string;
}

export interface ListData<Line> extends PageData {
  lines: readonly Line[];
  position: PagePosition;
}

/** `here`: the same page again, as after coming back to it. */
export type PageTarget = 'first' | 'newer' | 'here' | 'older';

/** WeChat copies it for each page, as data. */
interface Cursors {
  /** The cursor of each page up to this one; '' is none. */
  readonly visited: readonly string[];
  readonly next: string;
  /** Counts requests: an answer to any but the last is late. */
  readonly requests: number;
}

interface ListPage {
  data: ListData<unknown>;
  cursors: Cursors;
  setData(change: object): void;
  goTo(target: PageTarget, extra?: object): Promise<void>;
}

interface ListOptions<Page, Answer> {
  /** Asks for a page; without a cursor for the first. */
  read(page: Page, cursor: string | undefined): Promise<Reply<Answer>>;
  /**
   * What the answer puts into `data`; `number` is the page's, from 1. Without lines the page is empty, unless it says
   * otherwise.
   */
  draw(answer: Answer, page: Page, number: number): { readonly lines: readonly unknown[]; readonly phase?: Phase };
  /** Refusals that mean no more than that there is nothing here for the reader. */
  readonly emptyFor?: readonly ErrorCode[];
  /** Once the lines stand there; `number` is the page's, from 1. */
  afterLoad?(answer: Answer, page: Page, number: number): void;
  /** Read again whenever the page comes to the front, instead of once. */
  readonly refreshOnShow?: boolean;
}

const firstPage: Cursors['visited'] = [''];
const start: Cursors = { visited: firstPage, next: '', requests: 0 };
const firstPosition: PagePosition = { number: 1, hasOlder: false, busy: '', problem: '' };

/** Before anything was read, or before another list is. */
export const loadingLines = {
  phase: 'loading',
  problem: '',
  stale: '',
  lines: [],
  position: firstPosition,
} as const;

export function loadingList(): ListData<never> {
  return { appearance: appearance(), ...loadingLines };
}

function visitedUpTo({ visited, next }: Cursors, target: PageTarget): Cursors['visited'] {
  if (target === 'first') return firstPage;
  if (target === 'older') return next === '' ? visited : [...visited, next];
  return target === 'newer' && visited.length > 1 ? visited.slice(0, -1) : visited;
}

const isStep = (target: PageTarget): target is 'older' | 'newer' => target === 'older' || target === 'newer';

/** A page that did not come is explained beside its button; the lines stay. */
function failureOf(page: ListPage, target: PageTarget, code: ErrorCode, emptyFor: readonly ErrorCode[]): object {
  const isReady = page.data.phase === 'ready';
  if (isReady && isStep(target)) return { 'position.busy': '', 'position.problem': loadingRefusal(code) };
  return emptyFor.includes(code)
    ? { phase: 'empty', stale: '' }
    : { ...readFailure(isReady, code), 'position.busy': '' };
}

interface OfPage {
  getPageId(): string;
}
const isOfPage = (one: object | undefined): one is OfPage =>
  one !== undefined && 'getPageId' in one && typeof one.getPageId === 'function';

/** A list may be what a tab shows (packages/passbook/page/tab-content.ts): it then stands in the page, and is none. */
function isInFront(list: object): boolean {
  const pages = getCurrentPages();
  const front = pages[pages.length - 1];
  return isOfPage(front) && isOfPage(list) ? front.getPageId() === list.getPageId() : Object.is(front, list);
}

/** WeChat scrolls the page in front: somebody who went on meanwhile stays where they are. */
function scrollUp(list: object): void {
  if (isInFront(list)) wx.pageScrollTo({ scrollTop: 0, duration: 0 });
}

/**
 * `changePage` for the pager, `retry` for the page-state, `load` for when the phone is connected again
 * (page/online.ts).
 */
const handlers = {
  changePage(this: ListPage, event: Emitted<{ to: PageTarget }>): void {
    void this.goTo(event.detail.to);
  },
  load(this: ListPage): void {
    void this.goTo('here');
  },
  retry(this: ListPage): void {
    this.setData({ phase: 'loading' });
    void this.goTo('here');
  },
  async onPullDownRefresh(this: ListPage): Promise<void> {
    await this.goTo('first');
    wx.stopPullDownRefresh();
  },
};

/** What a page that shows this list is made of beside its own: `goTo`, and the handlers that call it. */
export function pagedList<Page, Answer extends { readonly next?: string }>(list: ListOptions<Page, Answer>) {
  const { read, draw, afterLoad, emptyFor = [], refreshOnShow = false } = list;
  return {
    cursors: start,
    ...handlers,
    onLoad(this: ListPage): void {
      if (!refreshOnShow) void this.goTo('first');
    },
    onShow(this: ListPage): void {
      refreshAppearance(this);
      if (refreshOnShow) void this.goTo('here');
    },
    /** @param extra what changes in the page when the answer is there, whatever it is: one setData less */
    async goTo(this: ListPage & Page, target: PageTarget, extra?: object): Promise<void> {
      const visited = visitedUpTo(this.cursors, target);
      const requests = this.cursors.requests + 1;
      this.cursors = { ...this.cursors, requests };
      if (isStep(target)) this.setData({ 'position.busy': target, 'position.problem': '' });
      const [reply] = await Promise.all([read(this, visited[visited.length - 1] || undefined), ensureSession()]);
      if (this.cursors.requests !== requests) {
        if (extra) this.setData(extra);
        return;
      }
      if (!reply.ok) {
        this.setData({ ...failureOf(this, target, reply.code, emptyFor), ...extra });
        return;
      }
      const { next = '' } = reply.data;
      const drawn = draw(reply.data, this, visited.length);
      // all lines of this page went elsewhere meanwhile
      if (drawn.lines.length === 0 && visited.length > 1) return this.goTo('first', extra);
      this.cursors = { visited, next, requests };
      const position: PagePosition = { number: visited.length, hasOlder: next !== '', busy: '', problem: '' };
      this.setData({ phase: drawn.lines.length > 0 ? 'ready' : 'empty', stale: '', ...drawn, position, ...extra });
      if (isStep(target)) scrollUp(this);
      afterLoad?.(reply.data, this, visited.length);
    },
  };
}
