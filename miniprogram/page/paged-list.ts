/**
 * A list that may be long, one page of it at a time: what stands in `data` and on the screen stays small however far back somebody
 * reads (docs/adr/0011-lists-turn-pages.md). Spread into a page, beside what the page itself does with its lines.
 */
import type { ErrorCode, Reply } from '../contracts/error';
import { loadingRefusal } from '../text/errors';
import { unread, type Phase } from './phase';

/** Where in its list a page stands, as components/page-turner shows it. */
export interface Leaf {
  readonly number: number;
  readonly hasOlder: boolean;
  /** What was asked for and has not come yet. */
  readonly busy: '' | 'newer' | 'older';
  /** Why the last turn did not come. */
  readonly problem: string;
}

export interface ListData<Line> {
  phase: Phase;
  problem: string;
  /** Said over lines that could not be read again. */
  stale: string;
  lines: readonly Line[];
  leaf: Leaf;
}

/** `here`: the same page again, as after coming back to it. */
export type Turn = 'first' | 'newer' | 'here' | 'older';

/** How a page came to where it stands: the cursor of each page on the way, and the next one's; '' is none. WeChat copies it for each page, as data. */
interface Way {
  readonly cursors: readonly string[];
  readonly next: string;
  /** Counts questions: an answer to any but the last is late. */
  readonly asked: number;
}

interface Turning {
  data: ListData<unknown>;
  way: Way;
  setData(change: object): void;
  turnTo(to: Turn, beside?: object): Promise<void>;
}

interface List<Page, Answer> {
  /** Asks for a page; without a cursor for the first. */
  read(page: Page, cursor: string | undefined): Promise<Reply<Answer>>;
  /** What the answer puts into `data`; `number` is the page's, from 1. Without lines the page is empty, unless it says otherwise. */
  draw(answer: Answer, page: Page, number: number): { readonly lines: readonly unknown[]; readonly phase?: Phase };
  /** Refusals that mean no more than that there is nothing here for the reader. */
  readonly emptyFor?: readonly ErrorCode[];
  /** Once the lines stand there. */
  seen?(answer: Answer): void;
}

const firstPage: Way['cursors'] = [''];
const start: Way = { cursors: firstPage, next: '', asked: 0 };
const firstLeaf: Leaf = { number: 1, hasOlder: false, busy: '', problem: '' };

/** Before anything was read. */
export const unopened = { phase: 'loading', problem: '', stale: '', lines: [], leaf: firstLeaf } as const;

function cursorsOf({ cursors, next }: Way, to: Turn): Way['cursors'] {
  if (to === 'first') return firstPage;
  if (to === 'older') return next === '' ? cursors : [...cursors, next];
  return to === 'newer' && cursors.length > 1 ? cursors.slice(0, -1) : cursors;
}

/** A turn that did not come is said beside its button; the lines stay. */
function refused({ phase }: ListData<unknown>, to: Turn, code: ErrorCode, emptyFor: readonly ErrorCode[]): object {
  if (phase === 'ready' && (to === 'older' || to === 'newer'))
    return { 'leaf.busy': '', 'leaf.problem': loadingRefusal(code) };
  return emptyFor.includes(code)
    ? { phase: 'empty', stale: '' }
    : { ...unread(phase === 'ready', code), 'leaf.busy': '' };
}

/** WeChat scrolls the page in front: somebody who went on meanwhile stays where they are. */
function scrollUp(page: object): void {
  const pages = getCurrentPages();
  if (Object.is(pages[pages.length - 1], page)) wx.pageScrollTo({ scrollTop: 0, duration: 0 });
}

/** `turn` for the page-turner, `retry` for the page-state, `load` for when the phone is connected again (session/online.ts). */
const handlers = {
  turn(this: Turning, event: WechatMiniprogram.CustomEvent<{ to: Turn }>): void {
    void this.turnTo(event.detail.to);
  },
  load(this: Turning): void {
    void this.turnTo('here');
  },
  retry(this: Turning): void {
    this.setData({ phase: 'loading' });
    void this.turnTo('here');
  },
  async onPullDownRefresh(this: Turning): Promise<void> {
    await this.turnTo('first');
    wx.stopPullDownRefresh();
  },
};

/** What a page that shows this list is made of beside its own: `turnTo`, and the handlers that call it. */
export function turning<Page, Answer extends { readonly next?: string }>(list: List<Page, Answer>) {
  return {
    way: start,
    ...handlers,
    /** @param beside what changes in the page when the answer is there, whatever it is: one setData less */
    async turnTo(this: Turning & Page, to: Turn, beside?: object): Promise<void> {
      const cursors = cursorsOf(this.way, to);
      const asked = this.way.asked + 1;
      this.way = { ...this.way, asked };
      if (to === 'older' || to === 'newer') this.setData({ 'leaf.busy': to, 'leaf.problem': '' });
      const reply = await list.read(this, cursors[cursors.length - 1] || undefined);
      if (this.way.asked !== asked) {
        if (beside) this.setData(beside);
        return;
      }
      if (!reply.ok) {
        this.setData({ ...refused(this.data, to, reply.code, list.emptyFor ?? []), ...beside });
        return;
      }
      const { next = '' } = reply.data;
      const drawn = list.draw(reply.data, this, cursors.length);
      // all lines of this page went elsewhere meanwhile
      if (drawn.lines.length === 0 && cursors.length > 1) return this.turnTo('first', beside);
      this.way = { cursors, next, asked };
      const leaf: Leaf = { number: cursors.length, hasOlder: next !== '', busy: '', problem: '' };
      this.setData({ phase: drawn.lines.length > 0 ? 'ready' : 'empty', stale: '', ...drawn, leaf, ...beside });
      if (to === 'older' || to === 'newer') scrollUp(this);
      list.seen?.(reply.data);
    },
  };
}
