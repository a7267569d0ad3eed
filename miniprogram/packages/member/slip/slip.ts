import { pointUnits } from '../../../contracts/passbook';
import type { Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import * as passbooks from '../../../services/passbook';
import { nowMs } from '../../../services/platform/clock';
import { monthOf } from '../views/month';
import { checkSlip } from './seen-slips';
import { slip, type Slip } from '../views/slip';

interface Data extends PageData {
  slip: Slip | null;
  /** The month that was asked for and has not come yet; '' for none. */
  turning: string;
}

const data: Data = { ...loadingPage(), slip: null, turning: '' };

interface SlipPage extends PageWithParameters {
  /** Chosen on the page; '' for this one. */
  readonly month: string;
}

const month = record({
  read(page: SlipPage) {
    const { personId = '', unit = '' } = parameters(page);
    const known = pointUnits.find((one) => one === unit) ?? 'organization';
    return passbooks.getSlip(known, page.month || monthOf(nowMs()), personId);
  },
  draw: (view) => ({ slip: slip(view, nowMs(), checkSlip(view)) }),
});

/** One month of a book with its proof, compared with what this phone saw of the book before. */
Page({
  data,
  ...month,
  month: '',
  async chooseMonth(event: Tapped<{ month: string }>) {
    if (this.data.turning !== '') return;
    this.month = event.currentTarget.dataset.month;
    this.setData({ turning: this.month });
    await this.load({ turning: '' });
    // the month that stands there is the one that is read again, should the other not have come
    this.month = this.data.slip?.month ?? '';
  },
});
