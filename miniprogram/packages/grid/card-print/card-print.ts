import type { CardSize } from '../../../contracts/card';
import type { Reply } from '../../../contracts/error';
import {
  cardProducts,
  cardSelections,
  printProducts,
  type CardSelection,
  type FileTaskView,
  type PrintProduct,
} from '../../../contracts/file';
import type { Chosen, Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as cards from '../../../services/card';
import { openDocument } from '../../../services/platform/documents';
import type { Choice } from '../../../text/choice';
import { refusalOf } from '../../../text/errors';
import {
  checkLine,
  copiedLine,
  deletedLine,
  kindChoices,
  noteLine,
  openFailedLine,
  productChoices,
  selectionChoices,
} from '../text/card-print';
import { sizeChoices } from '../text/issuing';
import { coverageRow, noTask, taskResult, type CoverageRow, type TaskResult } from '../views/card-print';

type Kind = 'courtyard' | 'household';

interface Data extends PageData {
  grids: readonly CoverageRow[];
  placeLabel: string;
  sizes: readonly Choice[];
  kinds: readonly Choice[];
  selections: readonly Choice[];
  products: readonly Choice[];
  size: CardSize;
  kind: Kind;
  selection: CardSelection;
  product: PrintProduct;
  /** Whether the product is made of cards, some of which may be chosen. */
  isOfCards: boolean;
  /** What is under way: `issue`, `check`, `print`; '' for nothing. */
  busy: string;
  task: TaskResult;
}

const data: Data = {
  ...loadingPage(),
  grids: [],
  placeLabel: '',
  sizes: sizeChoices,
  kinds: kindChoices,
  selections: selectionChoices,
  products: productChoices,
  size: 'normal',
  kind: 'courtyard',
  selection: 'toPrint',
  product: 'cards',
  isOfCards: true,
  busy: '',
  task: noTask,
};

const isOneOf = <Value extends string>(values: readonly Value[], value: string): value is Value =>
  values.some((one) => one === value);

/** Cards in bulk: how far each grid is covered, a card for every place under one, and what is printed of them. */
Page({
  data,
  ...record({
    read: cards.getCoverage,
    draw: ({ grids }) => ({ grids: grids.map(coverageRow) }),
  }),
  placeId: '',
  choosePlace() {
    const chosen = ({ placeId, placeLabel }: { placeId: string; placeLabel: string }): void => {
      this.placeId = placeId;
      this.setData({ placeLabel, problem: '', task: noTask });
    };
    wx.navigateTo({ url: routes.choosePlace(), events: { chosen } });
  },
  chooseSize({ detail: { value } }: Chosen) {
    this.setData({ size: value === 'large' ? 'large' : 'normal' });
  },
  chooseKind({ detail: { value } }: Chosen) {
    this.setData({ kind: value === 'household' ? 'household' : 'courtyard' });
  },
  chooseSelection({ detail: { value } }: Chosen) {
    if (isOneOf(cardSelections, value)) this.setData({ selection: value });
  },
  chooseProduct({ detail: { value } }: Chosen) {
    if (isOneOf(printProducts, value)) this.setData({ product: value, isOfCards: isOneOf(cardProducts, value) });
  },
  issue() {
    return this.start('issue', () => cards.issueAll(this.placeId, this.data.kind, this.data.size));
  },
  print() {
    return this.start('print', () => cards.print(this.placeId, this.data.selection, this.data.product));
  },
  lookAgain() {
    return this.start('look', () => cards.getTask(this.data.task.taskId));
  },
  async check() {
    this.setData({ busy: 'check', problem: '', task: noTask });
    const reply = await cards.checkPrint(this.placeId, this.data.selection);
    if (!reply.ok) this.setData({ busy: '', problem: refusalOf(reply) });
    else
      this.setData({
        busy: '',
        task: { ...noTask, result: checkLine(reply.data), notes: reply.data.notes.map(noteLine) },
      });
  },
  async start(busy: string, ask: () => Promise<Reply<FileTaskView>>) {
    this.setData({ busy, problem: '' });
    const reply = await ask();
    if (!reply.ok) this.setData({ busy: '', problem: refusalOf(reply) });
    else {
      const task = taskResult(reply.data);
      if (busy === 'issue' && !task.isUnderWay) await this.load({ busy: '', task });
      else this.setData({ busy: '', task });
    }
  },
  async openFile({ currentTarget }: Tapped<{ number: number }>) {
    const reply = await cards.getOutput(this.data.task.taskId, currentTarget.dataset.number);
    if (!reply.ok) {
      showToast(reply.code === 'NOT_FOUND' ? deletedLine : refusalOf(reply));
      return;
    }
    const { fileUrl: url } = reply.data;
    if (this.data.product === 'tokens') {
      await wx.setClipboardData({ data: url });
      showToast(copiedLine);
    } else if (!(await openDocument(url))) showToast(openFailedLine);
  },
});
