import { limits } from '../../../contracts/limits';
import type { Reply } from '../../../contracts/error';
import type { Output } from '../../../contracts/api';
import type { Chosen, Emitted } from '../../../page/events';
import { loadingLines, loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { noSelection, selectionHandlers, sendSelected, type SelectionData } from '../../../page/selection';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as orders from '../../../services/order';
import { move, type ReasonInput } from '../../../services/moves';
import { nowMs } from '../../../services/platform/clock';
import { pickerDay } from '../../../text/dates';
import type { Choice } from '../../../text/choice';
import type { SheetContent } from '../../../text/sheet';
import { figureHow, figureLine, figureOf } from '../text/brief';
import {
  foundBy,
  hints,
  ordersTogether,
  placeholders,
  togetherLine,
  togetherSheets,
  unreadable,
  ways,
  type SearchWay,
  type TogetherAction,
} from '../text/search';
import { foundOrder, type FoundOrder } from '../views/found-order';
import { gridChoices, monthChoices, statusChoices, statusOf } from '../views/search-form';

type Answer = Output<'order.search'>;

interface Data extends ListData<FoundOrder>, SelectionData, SheetData<SheetContent> {
  maxWords: number;
  /** Some order on the page may be handed to somebody outside. */
  maySelect: boolean;
  together: readonly Choice[];
  /** What is looked for; '' where only the choices beneath narrow. */
  words: string;
  /** Something was looked for. */
  asked: boolean;
  ways: readonly Choice[];
  way: SearchWay;
  placeholder: string;
  hint: string;
  statuses: readonly Choice[];
  statusName: string;
  months: readonly Choice[];
  monthName: string;
  grids: readonly Choice[];
  gridName: string;
  /** The place that was chosen below a grid; '' for none. */
  placeName: string;
  /** As what it was read. */
  by: string;
  /** Which figure of a month counts those that are shown; '' where none does. */
  figureLine: string;
  /** How it counts them. */
  figureHow: string;
  /** Why it could not be read. */
  wordsProblem: string;
}

const months = monthChoices(pickerDay(nowMs()).slice(0, 7));
const grids = gridChoices([]);
const nameOf = (choices: readonly Choice[], value: string): string =>
  choices.find((one) => one.value === value)?.text ?? '';

const data: Data = {
  ...loadingList(),
  ...noSelection,
  ...closedSheet,
  sheet: togetherSheets.transfer,
  maySelect: false,
  together: ordersTogether,
  phase: 'empty',
  words: '',
  asked: false,
  ways,
  way: 'known',
  placeholder: placeholders.known,
  hint: hints.known,
  statuses: statusChoices,
  statusName: nameOf(statusChoices, ''),
  months,
  monthName: nameOf(months, ''),
  grids,
  gridName: nameOf(grids, ''),
  placeName: '',
  by: '',
  figureLine: '',
  figureHow: '',
  wordsProblem: '',
  maxWords: limits.searchWords,
};

interface SearchState {
  data: Data;
  wordsProblem: string;
  status: string;
  month: string;
  placeId: string;
  figure: string;
  category: string;
}

function askedOf({ data: { words, way }, status, month, placeId, figure, category }: SearchState) {
  const counted = figureOf(figure);
  const found = statusOf(status);
  return {
    ...(words !== '' && { words }),
    ...(words !== '' && way === 'words' && { as: 'words' as const }),
    ...(found && { status: found }),
    ...(month !== '' && { month }),
    ...(placeId !== '' && { placeId }),
    ...(counted && { figure: counted }),
    ...(category !== '' && { category }),
  };
}

const found = pagedList({
  async read(page: SearchState, cursor): Promise<Reply<Answer>> {
    page.wordsProblem = '';
    const reply = await orders.search(askedOf(page), cursor);
    if (!reply.ok && reply.code === 'INVALID_INPUT') page.wordsProblem = unreadable[page.data.way];
    return reply;
  },
  draw({ by, month, orders: shown, grids: own }) {
    const lines = shown.map((order) => foundOrder(order, nowMs()));
    const maySelect = lines.some(({ selectId }) => selectId !== '');
    return { lines, maySelect, by: foundBy(by, month), grids: gridChoices(own) };
  },
  emptyFor: ['INVALID_INPUT'],
});

const transferring = (): TogetherAction => 'transfer';

/** Any order that the hat reaches, closed ones too: by what somebody has of it, its words, or place and time. */
Page({
  data,
  ...found,
  ...selectionHandlers,
  ...sheetHandlers,
  /** What stands in the field. */
  typed: '',
  wordsProblem: '',
  /** What narrows; '' for all. */
  status: '',
  month: '',
  placeId: '',
  /** The figure and the category whose orders are shown; '' for none. */
  figure: '',
  category: '',
  /** What is done with those that are chosen. */
  action: transferring(),
  /** Nothing is asked before somebody looks for something, or comes from a figure of a month. */
  onLoad({ month = '', figure = '', placeId = '', category = '' }: Partial<Record<string, string>>) {
    if (figureOf(figure) === undefined || !months.some(({ value }) => value === month)) return;
    Object.assign(this, { month, figure, placeId, category });
    const how = category === '' ? figureHow(figure) : '';
    this.setData({
      ...{ monthName: nameOf(months, month), figureHow: how },
      figureLine: figureLine(month, figure, category),
    });
    void this.find();
  },
  /** All orders again, not those of a figure. */
  leaveFigure() {
    Object.assign(this, { figure: '', category: '' });
    this.setData({ figureLine: '', figureHow: '' });
    void this.find();
  },
  load() {
    if (this.data.asked) void this.goTo('here');
  },
  async onPullDownRefresh() {
    if (this.data.asked) await this.goTo('first');
    wx.stopPullDownRefresh();
  },
  type(event: Chosen) {
    this.typed = event.detail.value;
  },
  chooseWay(event: Chosen) {
    const way: SearchWay = event.detail.value === 'words' ? 'words' : 'known';
    this.setData({ way, placeholder: placeholders[way], hint: hints[way], wordsProblem: '' });
    if (this.typed.trim() !== '') void this.find();
  },
  chooseStatus(event: Chosen) {
    const chosen = this.data.statuses[Number(event.detail.value)];
    if (!chosen) return;
    this.status = chosen.value;
    this.setData({ statusName: chosen.text });
    void this.find();
  },
  chooseMonth(event: Chosen) {
    const chosen = this.data.months[Number(event.detail.value)];
    if (!chosen) return;
    this.month = chosen.value;
    if (chosen.value === '') Object.assign(this, { figure: '', category: '' });
    const line = figureLine(this.month, this.figure, this.category);
    this.setData({ monthName: chosen.text, figureLine: line, ...(line === '' && { figureHow: '' }) });
    void this.find();
  },
  chooseGrid(event: Chosen) {
    const chosen = this.data.grids[Number(event.detail.value)];
    if (!chosen) return;
    this.placeId = chosen.value;
    this.setData({ gridName: chosen.text, placeName: '' });
    void this.find();
  },
  /** A courtyard, or anything else below a grid, narrows instead of one. */
  choosePlace() {
    const chosen = ({ placeId, placeLabel }: { placeId: string; placeLabel: string }): void => {
      this.placeId = placeId;
      this.setData({ placeName: placeLabel, gridName: nameOf(grids, '') });
      void this.find();
    };
    wx.navigateTo({ url: routes.choosePlace(), events: { chosen } });
  },
  /** Everywhere that the hat reaches again. */
  leavePlace() {
    this.placeId = '';
    this.setData({ placeName: '' });
    void this.find();
  },
  async find() {
    const words = this.typed.trim();
    const asked = words !== '' || this.status !== '' || this.month !== '' || this.placeId !== '';
    this.setData({ ...loadingLines, ...noSelection, words, asked, by: '', wordsProblem: '' });
    if (!asked) return this.setData({ phase: 'empty' });
    await this.goTo('first');
    if (this.wordsProblem !== '') this.setData({ wordsProblem: this.wordsProblem });
  },
  sendTogether({ detail: { value } }: Chosen) {
    this.action = value === 'refuse' ? value : 'transfer';
    this.setData({ sheetVisible: true, sheet: togetherSheets[this.action] });
  },
  /** Each goes to the same office, or back for the same reason, and is answered by itself. */
  async moveChosen({ detail }: Emitted<ReasonInput>) {
    const { action } = this;
    this.setData({ sheetVisible: false });
    const done = await sendSelected(this, (order) =>
      action === 'transfer' ? orders.transfer(order, { to: detail.words }) : move(action, order, detail),
    );
    if (done > 0) showToast(togetherLine(action, done));
  },
  open(event: Emitted<{ orderId: string }>) {
    wx.navigateTo({ url: routes.trail(event.detail.orderId) });
  },
});
