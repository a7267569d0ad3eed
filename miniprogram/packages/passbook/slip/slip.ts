import { pointUnits } from '../../../contracts/passbook';
import type { SlipFormat } from '../../../contracts/slip';
import { appearance } from '../../../page/appearance';
import type { Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { printHandlers, type PrintData } from '../../../page/printing';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import * as passbooks from '../../../services/passbook';
import { routes } from '../../../routes';
import { openDocument } from '../../../services/platform/documents';
import { nowMs } from '../../../services/platform/clock';
import { refusalOf } from '../../../text/errors';
import { printFailed } from '../../../text/printing';
import { monthOf } from '../views/month';
import { checkSlip } from '../services/seen-slips';
import * as slips from '../services/slip';
import { slip, type Slip } from '../views/slip';

interface Data extends PageData, PrintData {
  slip: Slip | null;
  /** The month that was asked for and has not come yet; '' for none. */
  turning: string;
  /** It is printed in large type. */
  large: boolean;
}

const data: Data = { ...loadingPage(), slip: null, turning: '', printing: '', large: false };

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
  draw: (view) => ({ slip: slip(view, nowMs(), checkSlip(view)), large: slips.readLarge() ?? appearance().elder }),
});

/** One month of a book with its proof, compared with what this phone saw of the book before. */
Page({
  data,
  ...month,
  ...printHandlers,
  month: '',
  chooseLarge() {
    const large = !this.data.large;
    slips.keepLarge(large);
    this.setData({ large });
  },
  print() {
    if (this.data.slip !== null && this.data.printing === '')
      void this.openPrint('pdf', slips.print(this.asked('pdf')));
  },
  async openSheet() {
    if (this.data.slip === null || this.data.printing !== '') return;
    this.setData({ printing: 'xlsx' });
    const reply = await slips.print(this.asked('xlsx'));
    const isOpen = reply.ok && (await openDocument(reply.data.fileUrl, 'xlsx'));
    this.setData({ printing: '' });
    if (!isOpen) showToast(reply.ok ? printFailed : refusalOf(reply));
  },
  asked(format: SlipFormat): slips.PrintedSlip {
    const { slip: shown, large } = this.data;
    const { personId = '', unit = 'organization', month: of = '' } = shown ?? {};
    return { unit, month: of, personId, format, large };
  },
  check() {
    wx.navigateTo({ url: routes.checkSlip(this.data.slip?.personId ?? '') });
  },
  async chooseMonth(event: Tapped<{ month: string }>) {
    if (this.data.turning !== '') return;
    this.month = event.currentTarget.dataset.month;
    this.setData({ turning: this.month });
    await this.load({ turning: '' });
    // the month that stands there is the one that is read again, should the other not have come
    this.month = this.data.slip?.month ?? '';
  },
});
