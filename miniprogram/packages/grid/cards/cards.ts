import type { Chosen, Emitted } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { parameters } from '../../../page/parameters';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as cards from '../../../services/card';
import type { ReasonInput } from '../../../services/moves';
import { nowMs } from '../../../services/platform/clock';
import type { Choice } from '../../../text/choice';
import { refusal } from '../../../text/errors';
import type { SheetContent } from '../../../text/sheet';
import { issuedLine, reissueReason, reissueSheet, revokeReason, revokeSheet, sizeChoices } from '../text/issuing';
import { cardRow, type CardRow } from '../views/card-row';

interface Data extends ListData<CardRow>, SheetData<SheetContent> {
  sizes: readonly Choice[];
  size: 'normal' | 'large';
  placeLabel: string;
  /** Why no card could be given out, now or anew. */
  refusal: string;
  /** The code that is shown, under the door it belongs to; null for none. */
  code: { readonly place: string; readonly url: string } | null;
}

const data: Data = {
  ...loadingList(),
  ...closedSheet,
  sheet: reissueSheet,
  sizes: sizeChoices,
  size: 'normal',
  placeLabel: '',
  refusal: '',
  code: null,
};

const issued = pagedList({
  read: (_page, cursor) => cards.list(cursor),
  draw: (answer) => ({ lines: answer.cards.map((card) => cardRow(card, nowMs())) }),
});

/** The ledger of contact cards: who gave one out, where, when; a lost one is given out anew. */
Page({
  data,
  ...issued,
  ...sheetHandlers,
  onLoad() {
    const { placeId = '', placeLabel = '' } = parameters(this);
    this.placeId = placeId;
    if (placeId !== '') this.setData({ placeLabel });
    issued.onLoad.call(this);
  },
  placeId: '',
  /** Of the card that the open sheet is about. */
  token: '',
  isRevoking: false,
  choosePlace() {
    const chosen = ({ placeId, placeLabel }: { placeId: string; placeLabel: string }): void => {
      this.placeId = placeId;
      this.setData({ placeLabel, refusal: '' });
    };
    wx.navigateTo({ url: routes.choosePlace(), events: { chosen } });
  },
  openPrint() {
    wx.navigateTo({ url: routes.cardPrint });
  },
  openTasks() {
    wx.navigateTo({ url: routes.cardTasks });
  },
  openNumbers() {
    wx.navigateTo({ url: routes.cardNumbers });
  },
  chooseSize(event: Chosen) {
    this.setData({ size: event.detail.value === 'large' ? 'large' : 'normal' });
  },
  async issue() {
    this.setData({ busy: true, refusal: '' });
    const reply = await cards.issue(this.placeId, this.data.size);
    if (!reply.ok) {
      this.setData({ busy: false, refusal: refusal(reply.code) });
      return;
    }
    showToast(issuedLine(reply.data.placeName));
    this.placeId = '';
    await this.goTo('first', { busy: false, placeLabel: '' });
  },
  async showCode(event: Emitted<{ token: string }>) {
    const { token } = event.detail;
    const reply = await cards.getCode(token);
    if (!reply.ok) {
      showToast(refusal(reply.code));
      return;
    }
    const place = this.data.lines.find((line) => line.token === token)?.place ?? '';
    this.setData({ code: { place, url: reply.data.fileUrl } });
  },
  enlargeCode() {
    const { code } = this.data;
    if (code !== null) wx.previewImage({ urls: [code.url] });
  },
  hideCode() {
    this.setData({ code: null });
  },
  reissue(event: Emitted<{ token: string }>) {
    this.askReason(event.detail.token, false);
  },
  revoke(event: Emitted<{ token: string }>) {
    this.askReason(event.detail.token, true);
  },
  askReason(token: string, isRevoking: boolean) {
    this.token = token;
    this.isRevoking = isRevoking;
    this.setData({ sheetVisible: true, refusal: '', sheet: isRevoking ? revokeSheet : reissueSheet });
  },
  async submitReason(event: Emitted<ReasonInput>) {
    this.setData({ busy: true, refusal: '' });
    const { reason } = event.detail;
    const reply = this.isRevoking
      ? await cards.revoke(this.token, revokeReason(reason))
      : await cards.reissue(this.token, reissueReason(reason));
    if (reply.ok) await this.goTo('first', { busy: false, sheetVisible: false });
    else this.setData({ busy: false, refusal: refusal(reply.code) });
  },
});
