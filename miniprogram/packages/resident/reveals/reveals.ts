import * as people from '../../../services/person';
import { nowMs } from '../../../services/platform/clock';
import { look, refreshLook, type Look } from '../../../session/look';
import { revealRow, type RevealRow } from '../../../text/me';
import { failed, type Phase } from '../../../text/phase';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  rows: readonly RevealRow[];
}

const data: Data = { look: look(), phase: 'loading', problem: '', rows: [] };

/** Every look at my phone number: who, in which hat, when, for which order. */
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
    const reply = await people.reveals();
    if (!reply.ok) {
      this.setData(reply.code === 'NOT_SIGNED_IN' ? { phase: 'empty' } : failed(reply.code));
      return;
    }
    this.next = reply.data.next ?? '';
    const now = nowMs();
    const rows = reply.data.reveals.map((view) => revealRow(view, now));
    this.setData({ phase: rows.length > 0 ? 'ready' : 'empty', rows });
  },
  async onReachBottom() {
    const cursor = this.next;
    if (cursor === '') return;
    this.next = '';
    const reply = await people.reveals(cursor);
    if (!reply.ok) return;
    this.next = reply.data.next ?? '';
    const now = nowMs();
    const { length } = this.data.rows;
    this.setData(Object.fromEntries(reply.data.reveals.map((view, index) => [`rows[${length + index}]`, revealRow(view, now)])));
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
});
