import type { Reply } from '../../../contracts/error';
import { readSignCode } from '../../../contracts/sign-code';
import type { StockView } from '../../../contracts/reward';
import type { Chosen, Emitted } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as rewards from '../services/reward';
import { refusal } from '../../../text/errors';
import type { StockStep } from '../components/stock-card/stock-card';
import type { StockEntry } from '../components/stock-form/stock-form';
import { countedLine, droppedLine, notVoucher, receivedLine, signedLine } from '../text/stock';
import { stockRow, type StockRow } from '../views/stock';
import { codeIn } from '../views/code';

type FormKind = 'receive' | 'count';

interface Data extends PageData {
  rows: readonly StockRow[];
  mayEdit: boolean;
  /** Twelve digits as somebody types them. */
  digits: string;
  codeProblem: string;
  /** The thing whose form is open; '' for none. */
  formId: string;
  formKind: FormKind;
  formProblem: string;
  busyId: string;
}

const data: Data = {
  ...loadingPage(),
  rows: [],
  mayEdit: false,
  digits: '',
  codeProblem: '',
  formId: '',
  formKind: 'receive',
  formProblem: '',
  busyId: '',
};

const shelf = record({
  read: () => rewards.listStock(),
  draw: ({ goods, mayDecide }): Partial<Data> => ({ rows: goods.map(stockRow), mayEdit: mayDecide }),
  isEditing: ({ data: { formId } }: { data: Data }) => formId !== '',
  refreshOnShow: true,
});

/** What is on the shelf, for those who hand it over: vouchers, deliveries, counts by two people. */
Page({
  data,
  ...shelf,
  async scan() {
    try {
      const { result } = await wx.scanCode({ scanType: ['qrCode'] });
      if (readSignCode(result) !== null) wx.navigateTo({ url: routes.signInBy(result) });
      else this.open(codeIn(result));
    } catch {
      // They thought better of it, or the camera did not find a code.
    }
  },
  typeDigits(event: Chosen) {
    this.setData({ digits: event.detail.value, codeProblem: '' });
  },
  openTyped() {
    this.open(codeIn(this.data.digits));
  },
  open(code: string) {
    if (code === '') this.setData({ codeProblem: notVoucher });
    else wx.navigateTo({ url: routes.handover(code), success: () => this.setData({ digits: '', codeProblem: '' }) });
  },
  step({ detail: { step, goodId } }: Emitted<{ step: StockStep; goodId: string }>) {
    if (step === 'edit') wx.navigateTo({ url: routes.good(goodId) });
    else if (step === 'receive' || step === 'count') this.setData({ formId: goodId, formKind: step, formProblem: '' });
    else {
      const isSigned = step === 'sign';
      void this.change(goodId, rewards.signCount(goodId, isSigned), isSigned ? signedLine : droppedLine);
    }
  },
  leaveForm() {
    this.setData({ formId: '' });
  },
  enter({ detail: { quantity, costCents, reason } }: Emitted<StockEntry>) {
    const { formId, formKind } = this.data;
    if (formKind === 'receive') void this.change(formId, rewards.receive(formId, quantity, costCents), receivedLine);
    else void this.change(formId, rewards.count(formId, quantity, reason), countedLine);
  },
  /** A refusal stands in the open form, or passes over the page. */
  async change(goodId: string, sent: Promise<Reply<StockView>>, line: string) {
    this.setData({ busyId: goodId, formProblem: '' });
    const reply = await sent;
    if (reply.ok) {
      const changed = stockRow(reply.data);
      const rows = this.data.rows.map((row) => (row.goodId === goodId ? changed : row));
      this.setData({ busyId: '', formId: '', rows });
      showToast(line);
    } else if (this.data.formId !== '') this.setData({ busyId: '', formProblem: refusal(reply.code) });
    else {
      showToast(refusal(reply.code));
      await this.load({ busyId: '' });
    }
  },
  addGood() {
    wx.navigateTo({ url: routes.good() });
  },
  openSheet() {
    wx.navigateTo({ url: routes.sheet });
  },
});
