import * as cards from '../../../services/card';
import type { Said } from '../../../services/moves';
import { nowMs } from '../../../services/platform/clock';
import { look, refreshLook, type Look } from '../../../page/appearance';
import { turning, unopened, type ListData } from '../../../page/paged-list';
import { cardRow, type CardRow } from '../../../views/card/card';
import { refusal } from '../../../text/errors';
import { issuedLine, reissueReason, reissueSheet, sizeChoices } from '../text/issuing';
import type { Choice } from '../../../text/order/names';
import type { AskSheet } from '../../../text/order/sheets';

interface Data extends ListData<CardRow> {
  look: Look;
  sizes: readonly Choice[];
  size: 'normal' | 'large';
  spot: string;
  busy: boolean;
  /** Why no card could be given out, now or anew. */
  refusal: string;
  sheet: AskSheet;
  asking: boolean;
}

const data: Data = {
  look: look(),
  ...unopened,
  sizes: sizeChoices,
  size: 'normal',
  spot: '',
  busy: false,
  refusal: '',
  sheet: reissueSheet,
  asking: false,
};

const issued = turning({
  read: (_page, cursor) => cards.list(cursor),
  draw: (answer) => ({ lines: answer.cards.map((card) => cardRow(card, nowMs())) }),
});

/** The ledger of contact cards: who gave one out, where, when; a lost one is given out anew. */
Page({
  data,
  ...issued,
  placeId: '',
  token: '',
  onLoad() {
    void this.turnTo('first');
  },
  onShow() {
    refreshLook(this);
  },
  choosePlace() {
    wx.navigateTo({
      url: '/packages/resident/place/place',
      events: {
        chosen: ({ placeId, spot }: { placeId: string; spot: string }) => {
          this.placeId = placeId;
          this.setData({ spot, refusal: '' });
        },
      },
    });
  },
  chooseSize(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ size: event.detail.value === 'large' ? 'large' : 'normal' });
  },
  async issue() {
    this.setData({ busy: true, refusal: '' });
    const reply = await cards.issue(this.placeId, this.data.size);
    if (!reply.ok) {
      this.setData({ busy: false, refusal: refusal(reply.code) });
      return;
    }
    wx.showToast({ title: issuedLine(reply.data.placeName), icon: 'none', duration: 3000 });
    this.placeId = '';
    await this.turnTo('first', { busy: false, spot: '' });
  },
  async code(event: WechatMiniprogram.CustomEvent<{ token: string }>) {
    const reply = await cards.code(event.detail.token);
    if (reply.ok) wx.previewImage({ urls: [reply.data.fileUrl] });
    else wx.showToast({ title: refusal(reply.code), icon: 'none', duration: 3000 });
  },
  again(event: WechatMiniprogram.CustomEvent<{ token: string }>) {
    this.token = event.detail.token;
    this.setData({ asking: true, refusal: '' });
  },
  leaveSheet() {
    this.setData({ asking: false });
  },
  async decided(event: WechatMiniprogram.CustomEvent<Said>) {
    this.setData({ busy: true, refusal: '' });
    const reply = await cards.reissue(this.token, reissueReason(event.detail.reason));
    if (reply.ok) await this.turnTo('first', { busy: false, asking: false });
    else this.setData({ busy: false, refusal: refusal(reply.code) });
  },
});
