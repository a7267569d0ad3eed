import type { CardNumberView } from '../../../contracts/card';
import type { Emitted, Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { showToast } from '../../../page/toast';
import * as cards from '../../../services/card';
import type { ReasonInput } from '../../../services/moves';
import { refusalOf } from '../../../text/errors';
import type { SheetContent } from '../../../text/sheet';
import { changedLine, checkedLine, numberLine, numberSheet, numberTitle } from '../text/card-numbers';
import { groupedPhone } from '../../../contracts/written-phone';
import { dial } from '../../../page/dial';

interface Row {
  readonly key: string;
  readonly title: string;
  readonly phone: string;
  readonly line: string;
  readonly isDue: boolean;
  readonly isOfPost: boolean;
}

interface Data extends PageData, SheetData<SheetContent> {
  rows: readonly Row[];
  sheetProblem: string;
}

const data: Data = { ...loadingPage(), ...closedSheet, sheet: numberSheet, sheetProblem: '', rows: [] };

const keyOf = ({ placeId, kind }: CardNumberView): string => `${placeId}:${kind}`;

const rowOf = (number: CardNumberView): Row => ({
  key: keyOf(number),
  title: numberTitle(number),
  phone: groupedPhone(number.phone),
  line: numberLine(number),
  isDue: number.isDue && number.phone !== '',
  isOfPost: number.kind === 'worker',
});

/** The numbers that cards print: when each was called last, what is due first, and the posts' own. */
Page({
  data,
  ...record({
    async read(page: { numbers: readonly CardNumberView[] }) {
      const reply = await cards.listNumbers();
      if (reply.ok) page.numbers = reply.data.numbers;
      return reply;
    },
    draw: ({ numbers }) => ({ rows: numbers.map(rowOf) }),
  }),
  ...sheetHandlers,
  numbers: [],
  gridId: '',
  call(event: Tapped<{ phone: string }>) {
    dial(event.currentTarget.dataset.phone);
  },
  async check(event: Tapped<{ key: string }>) {
    const number = this.find(event.currentTarget.dataset.key);
    if (!number) return;
    const reply = await cards.checkNumber(number);
    showToast(reply.ok ? checkedLine : refusalOf(reply));
    if (reply.ok) await this.load();
  },
  change(event: Tapped<{ key: string }>) {
    this.gridId = this.find(event.currentTarget.dataset.key)?.placeId ?? '';
    this.setData({ sheetVisible: true, sheetProblem: '' });
  },
  find(key: string): CardNumberView | undefined {
    const numbers: readonly CardNumberView[] = this.numbers;
    return numbers.find((number) => keyOf(number) === key);
  },
  async submitNumber(event: Emitted<ReasonInput>) {
    const reply = await this.submitSheet(() => cards.setPostNumber(this.gridId, event.detail.words.trim()));
    if (!reply.ok) return;
    showToast(changedLine);
    await this.load();
  },
});
