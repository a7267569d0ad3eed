import * as cards from '../../../services/card';
import type { Said } from '../../../services/moves';
import { nowMs } from '../../../services/platform/clock';
import { look, refreshLook, type Look } from '../../../session/look';
import { cardRow, type CardRow } from '../../../text/card';
import { refusal } from '../../../text/errors';
import { issuedLine, reissueReason, reissueSheet, sizeChoices } from '../../../text/issuing';
import type { Choice } from '../../../text/orders';
import { failed, type Phase } from '../../../text/phase';
import type { AskSheet } from '../../../text/sheets';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  rows: readonly CardRow[];
  sizes: readonly Choice[];
  size: 'normal' | 'large';
  spot: string;
  busy: boolean;
  sheet: AskSheet;
  asking: boolean;
}

const data: Data = {
  look: look(), phase: 'loading', problem: '', rows: [], sizes: sizeChoices, size: 'normal', spot: '', busy: false, sheet: reissueSheet, asking: false,
};

/** The ledger of contact cards: who gave one out, where, when; a lost one is given out anew. */
Page({
  data,
  next: '',
  placeId: '',
  token: '',
  onLoad() {
    void this.load();
  },
  onShow() {
    refreshLook(this);
  },
  async load() {
    const reply = await cards.list();
    if (!reply.ok) {
      this.setData(failed(reply.code));
      return;
    }
    this.next = reply.data.next ?? '';
    const now = nowMs();
    const rows = reply.data.cards.map((card) => cardRow(card, now));
    this.setData({ phase: rows.length > 0 ? 'ready' : 'empty', problem: '', rows, busy: false, asking: false });
  },
  async onReachBottom() {
    const cursor = this.next;
    if (cursor === '') return;
    this.next = '';
    const reply = await cards.list(cursor);
    if (!reply.ok) return;
    this.next = reply.data.next ?? '';
    const now = nowMs();
    const { length } = this.data.rows;
    this.setData(Object.fromEntries(reply.data.cards.map((card, index) => [`rows[${length + index}]`, cardRow(card, now)])));
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  choosePlace() {
    wx.navigateTo({
      url: '/packages/resident/place/place',
      events: {
        chosen: ({ placeId, spot }: { placeId: string; spot: string }) => {
          this.placeId = placeId;
          this.setData({ spot, problem: '' });
        },
      },
    });
  },
  chooseSize(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ size: event.detail.value === 'large' ? 'large' : 'normal' });
  },
  async issue() {
    this.setData({ busy: true, problem: '' });
    const reply = await cards.issue(this.placeId, this.data.size);
    if (!reply.ok) {
      this.setData({ busy: false, problem: refusal(reply.code) });
      return;
    }
    wx.showToast({ title: issuedLine(reply.data.placeName), icon: 'none', duration: 3000 });
    this.placeId = '';
    this.setData({ spot: '' });
    await this.load();
  },
  async code(event: WechatMiniprogram.CustomEvent<{ token: string }>) {
    const reply = await cards.code(event.detail.token);
    if (reply.ok) wx.previewImage({ urls: [reply.data.fileUrl] });
    else wx.showToast({ title: refusal(reply.code), icon: 'none', duration: 3000 });
  },
  again(event: WechatMiniprogram.CustomEvent<{ token: string }>) {
    this.token = event.detail.token;
    this.setData({ asking: true, problem: '' });
  },
  leaveSheet() {
    this.setData({ asking: false });
  },
  async decided(event: WechatMiniprogram.CustomEvent<Said>) {
    this.setData({ busy: true, problem: '' });
    const reply = await cards.reissue(this.token, reissueReason(event.detail.reason));
    if (reply.ok) await this.load();
    else this.setData({ busy: false, problem: refusal(reply.code) });
  },
});
