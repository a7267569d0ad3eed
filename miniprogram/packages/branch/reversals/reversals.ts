import * as passbooks from '../../../services/passbook';
import { look, refreshLook, type Look } from '../../../session/look';
import { refusal } from '../../../text/errors';
import { reversalRow, type ReversalRow } from '../../../text/passbook';
import { failed, type Phase } from '../../../text/phase';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  rows: readonly ReversalRow[];
  busyId: string;
}

const data: Data = { look: look(), phase: 'loading', problem: '', rows: [], busyId: '' };

/** Reversals that wait for a second person's name. */
Page({
  data,
  onLoad() {
    void this.load();
  },
  onShow() {
    refreshLook(this);
  },
  async load() {
    const reply = await passbooks.reversals();
    if (!reply.ok) {
      this.setData(failed(reply.code));
      return;
    }
    const rows = reply.data.reversals.map(reversalRow);
    this.setData({ phase: rows.length > 0 ? 'ready' : 'empty', rows });
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  async sign(event: WechatMiniprogram.CustomEvent<{ reversalId: string; agree: boolean }>) {
    const { reversalId, agree } = event.detail;
    this.setData({ busyId: reversalId });
    const reply = await passbooks.sign(reversalId, agree);
    const rows = this.data.rows.filter((row) => row.reversalId !== reversalId);
    this.setData(reply.ok ? { busyId: '', rows, phase: rows.length > 0 ? 'ready' : 'empty' } : { busyId: '' });
    if (!reply.ok) wx.showToast({ title: refusal(reply.code), icon: 'none', duration: 3000 });
  },
});
