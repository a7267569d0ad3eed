import { pointUnits, type PointUnit } from '../../../contracts/passbook';
import * as passbooks from '../../../services/passbook';
import { look, refreshLook, type Look } from '../../../session/look';
import { bookRow, unitChoices, type BookRow } from '../../../text/books';
import type { Choice } from '../../../text/orders';
import { failed, type Phase } from '../../../text/phase';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  units: readonly Choice[];
  unit: PointUnit;
  rows: readonly BookRow[];
}

const data: Data = { look: look(), phase: 'loading', problem: '', units: unitChoices, unit: 'organization', rows: [] };

/** Every book of the branch in one unit, and the way to check them all. */
Page({
  data,
  next: '',
  onLoad() {
    void this.load();
  },
  onShow() {
    refreshLook(this);
  },
  async load() {
    const { unit } = this.data;
    const reply = await passbooks.people(unit);
    if (unit !== this.data.unit) return;
    if (!reply.ok) {
      this.setData(failed(reply.code));
      return;
    }
    this.next = reply.data.next ?? '';
    const rows = reply.data.people.map(bookRow);
    this.setData({ phase: rows.length > 0 ? 'ready' : 'empty', rows });
  },
  async onReachBottom() {
    const cursor = this.next;
    if (cursor === '') return;
    this.next = '';
    const reply = await passbooks.people(this.data.unit, cursor);
    if (!reply.ok) return;
    this.next = reply.data.next ?? '';
    const { length } = this.data.rows;
    this.setData(Object.fromEntries(reply.data.people.map((person, index) => [`rows[${length + index}]`, bookRow(person)])));
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  chooseUnit(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const unit = pointUnits.find((known) => known === event.detail.value);
    if (unit === undefined) return;
    this.setData({ unit, phase: 'loading', rows: [] });
    void this.load();
  },
  open(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { person: string }>) {
    wx.navigateTo({ url: `/packages/branch/book/book?personId=${encodeURIComponent(event.currentTarget.dataset.person)}&unit=${this.data.unit}` });
  },
  verify() {
    wx.navigateTo({ url: `/packages/branch/verify/verify?unit=${this.data.unit}` });
  },
});
