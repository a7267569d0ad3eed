/**
 * The keyboard of a computer: the list in front turns its pages by it, and the choice of several lines
 * closes. What comes up from the foot closes itself (components/form/popup). WeChat on a phone has no such keys.
 */
import type { PagePosition, PageTarget } from './paged-list';

/**
 * What a page in front may have: a list's `goTo` and `data.position`, whether a sheet is open, a selection's way to
 * leave.
 */
export interface FrontPage {
  readonly data: {
    readonly position?: PagePosition;
    readonly sheetVisible?: boolean;
    readonly selecting?: boolean;
  };
  goTo?(target: PageTarget): Promise<void>;
  leaveSelection?(): void;
}

const older: readonly string[] = ['PageDown', 'ArrowRight'];
const newer: readonly string[] = ['PageUp', 'ArrowLeft'];

/** What a key does to the page in front: nothing where its list ends, it is being read, or there is no list. */
export function pressKey(page: FrontPage | undefined, key: string): void {
  if (!page) return;
  const { position, sheetVisible, selecting } = page.data;
  if (key === 'Escape' && selecting && !sheetVisible) page.leaveSelection?.();
  if (!position || position.busy !== '' || sheetVisible || selecting) return;
  if (older.includes(key) && position.hasOlder) void page.goTo?.('older');
  if (newer.includes(key) && position.number > 1) void page.goTo?.('newer');
}

/** Listens for as long as the app runs. */
export function watchKeys(): void {
  if (!wx.canIUse('onKeyDown')) return;
  wx.onKeyDown(({ key }) => {
    const pages = getCurrentPages();
    pressKey(pages[pages.length - 1], key);
  });
}
