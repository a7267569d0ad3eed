import { pointUnits, type PointUnit } from '../../../contracts/passbook';
import { refreshAppearance } from '../../../page/appearance';
import type { Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters } from '../../../page/parameters';
import { loadFailure } from '../../../page/phase';
import { routes } from '../../../routes';
import * as passbooks from '../../../services/passbook';
import { unitName } from '../../../text/passbook/points';
import { auditLine } from '../text/audit';
import { brokenBook, type BrokenBook } from '../views/book-row';

interface Data extends PageData {
  unit: string;
  line: string;
  broken: readonly BrokenBook[];
  done: boolean;
}

const data: Data = { ...loadingPage(), unit: '', line: '', broken: [], done: false };

/**
 * Recomputes every book of one unit, a page of people at a time, and names what does not add up: it says that it began,
 * and what it found.
 */
Page({
  data,
  onLoad() {
    void this.check();
  },
  onShow() {
    refreshAppearance(this);
  },
  unit(): PointUnit {
    const { unit } = parameters(this);
    return pointUnits.find((known) => known === unit) ?? 'organization';
  },
  async check() {
    let cursor: string | undefined;
    let books = 0;
    let broken: readonly BrokenBook[] = [];
    do {
      const reply = await passbooks.audit(this.unit(), cursor);
      if (!reply.ok) {
        this.setData(loadFailure(reply.code));
        return;
      }
      cursor = reply.data.next;
      books += reply.data.books;
      broken = [...broken, ...reply.data.broken.map(brokenBook)];
      if (cursor === undefined || this.data.phase !== 'ready') this.show(books, broken, cursor === undefined);
    } while (cursor !== undefined);
  },
  show(books: number, broken: readonly BrokenBook[], done: boolean) {
    const line = auditLine(books, broken.length, done);
    this.setData({ phase: 'ready', unit: unitName(this.unit()), line, broken, done });
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.check();
  },
  open(event: Tapped<{ person: string }>) {
    wx.navigateTo({ url: routes.book(event.currentTarget.dataset.person, this.unit()) });
  },
});
