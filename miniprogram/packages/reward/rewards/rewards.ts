import type { Reply } from '../../../contracts/error';
import type { RewardsView } from '../../../contracts/reward';
import type { Emitted, Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import { nowMs } from '../../../services/platform/clock';
import * as rewardService from '../services/reward';
import { refusal } from '../../../text/errors';
import type { GoodStep } from '../components/good-card/good-card';
import { leftLine, queuedLine, redeemedLine } from '../text/rewards';
import { rewards, type GoodCard, type Rewards } from '../views/goods';

interface Data extends PageData {
  rewards: Rewards | null;
  busyId: string;
}

const data: Data = { ...loadingPage(), rewards: null, busyId: '' };

const shown = (view: RewardsView): Partial<Data> => ({ rewards: rewards(view, nowMs()) });

const own = record({ read: () => rewardService.list(), draw: shown, refreshOnShow: true });

type Step = { readonly step: GoodStep; readonly goodId: string; readonly quantity: number };

/** What a courtyard head has, what there is to take this month, and what they put aside. */
Page({
  data,
  ...own,
  step({ detail }: Emitted<Step>) {
    const good = this.data.rewards?.goods.find(({ goodId }) => goodId === detail.goodId);
    if (good === undefined || this.data.busyId !== '') return;
    if (detail.step === 'redeem') void this.redeem(good, detail.quantity);
    else if (detail.step === 'wait') void this.answer(good, rewardService.wait(good.goodId, 1), queuedLine);
    else {
      const isTaken = detail.step === 'take';
      const sent = rewardService.answer(good.goodId, isTaken, good.priceVersion);
      void this.answer(good, sent, isTaken ? redeemedLine : leftLine);
    }
  },
  /** The voucher opens at once: it is what they came for. */
  async redeem({ goodId, priceVersion }: GoodCard, quantity: number) {
    this.setData({ busyId: goodId });
    const reply = await rewardService.redeem(goodId, quantity, priceVersion);
    this.setData({ busyId: '' });
    if (reply.ok) {
      const { redemptionId } = reply.data;
      wx.navigateTo({ url: routes.voucher(redemptionId), success: () => showToast(redeemedLine) });
      return;
    }
    showToast(refusal(reply.code));
    await this.load();
  },
  async answer({ goodId }: GoodCard, sent: Promise<Reply<RewardsView>>, line: string) {
    this.setData({ busyId: goodId });
    const reply = await sent;
    this.setData({ busyId: '', ...(reply.ok && shown(reply.data)) });
    showToast(reply.ok ? line : refusal(reply.code));
    if (!reply.ok) await this.load();
  },
  openVoucher(event: Tapped<{ id: string }>) {
    wx.navigateTo({ url: routes.voucher(event.currentTarget.dataset.id) });
  },
  openSheet() {
    wx.navigateTo({ url: routes.sheet });
  },
});
