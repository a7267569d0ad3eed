import type { VoucherView } from '../../../contracts/reward';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import { brightenScreen, restoreScreen } from '../../../services/platform/screen';
import { nowMs } from '../../../services/platform/clock';
import * as rewards from '../services/reward';
import { cachedVoucher, cacheVoucher } from '../../../cache/last-views';
import { cancelledLine } from '../text/rewards';
import { voucherCard, type VoucherCard } from '../views/goods';

interface Data extends PageData {
  voucher: VoucherCard | null;
  /** Giving it up is asked about once more. */
  confirming: boolean;
  busy: boolean;
}

const data: Data = { ...loadingPage(), voucher: null, confirming: false, busy: false };

const shown = (view: VoucherView): Partial<Data> => ({ voucher: voucherCard(view, nowMs()), confirming: false });

const one = record({
  async read(page: PageWithParameters) {
    const { redemptionId = '' } = parameters(page);
    const reply = await rewards.get(redemptionId);
    if (reply.ok) cacheVoucher(reply.data);
    return reply;
  },
  draw: shown,
});

/** A voucher, large and bright, so that it scans at arm's length; the one read last shows without a network. */
Page({
  data,
  ...one,
  onLoad() {
    const { redemptionId = '' } = parameters(this);
    const cached = cachedVoucher(redemptionId);
    if (cached !== undefined) this.setData({ phase: 'ready', ...shown(cached) });
    void this.load();
  },
  onShow() {
    one.onShow.call(this);
    brightenScreen();
  },
  onHide: restoreScreen,
  onUnload: restoreScreen,
  ask() {
    this.setData({ confirming: true });
  },
  keep() {
    this.setData({ confirming: false });
  },
  async cancel() {
    const { voucher } = this.data;
    if (voucher === null) return;
    const reply = await this.submit(() => rewards.cancel(voucher.redemptionId), { draw: shown });
    if (reply.ok) showToast(cancelledLine);
  },
});
