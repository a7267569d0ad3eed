import { pointUnits, type PointUnit } from '../../../contracts/passbook';
import * as passbooks from '../../../services/passbook';
import { look, refreshLook, type Look } from '../../../page/appearance';
import { auditLine, broken, type Broken } from '../text/books';
import { unitName } from '../../../text/passbook/points';
import { failed, type Phase } from '../../../page/phase';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  unit: string;
  line: string;
  broken: readonly Broken[];
  done: boolean;
}

const data: Data = { look: look(), phase: 'loading', problem: '', unit: '', line: '', broken: [], done: false };

/** Recomputes every book of one unit, a page of people at a time, and names what does not add up: it says that it began, and what it found. */
Page({
  data,
  onLoad() {
    void this.check();
  },
  onShow() {
    refreshLook(this);
  },
  unit(): PointUnit {
    return pointUnits.find((known) => known === this.options['unit']) ?? 'organization';
  },
  async check() {
    const unit = this.unit();
    let cursor: string | undefined;
    let books = 0;
    let found: readonly Broken[] = [];
    do {
      const reply = await passbooks.audit(unit, cursor);
      if (!reply.ok) {
        this.setData(failed(reply.code));
        return;
      }
      cursor = reply.data.next;
      books += reply.data.books;
      found = [...found, ...reply.data.broken.map(broken)];
      if (cursor !== undefined && this.data.phase === 'ready') continue;
      const done = cursor === undefined;
      this.setData({
        phase: 'ready',
        unit: unitName(unit),
        line: auditLine(books, found.length, done),
        broken: found,
        done,
      });
    } while (cursor !== undefined);
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.check();
  },
  open(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { person: string }>) {
    wx.navigateTo({
      url: `/packages/branch/book/book?personId=${encodeURIComponent(event.currentTarget.dataset.person)}&unit=${this.unit()}`,
    });
  },
});
