import { rowDecisions, rowFates, type ImportView, type RowDecision, type RowFate } from '../../../contracts/import';
import type { Chosen, Tapped } from '../../../page/events';
import { loadingList, loadingLines, pagedList, type ListData } from '../../../page/paged-list';
import { parameters } from '../../../page/parameters';
import { noSelection, selectionHandlers, sendSelected, type SelectionData } from '../../../page/selection';
import { showToast } from '../../../page/toast';
import * as imports from '../services/import';
import { wait } from '../../../services/platform/clock';
import { openDocument } from '../../../services/platform/documents';
import type { Choice } from '../../../text/choice';
import { refusalOf } from '../../../text/errors';
import { results, rowsTogether } from '../text/imports';
import { importHead, isWorking, type ImportHead } from '../views/import-head';
import { rowLine, type RowLine } from '../views/import-row';

interface Data extends ListData<RowLine>, SelectionData {
  maySelect: boolean;
  together: readonly Choice[];
  head: ImportHead | null;
  fates: readonly Choice[];
  fate: RowFate;
  busyWith: '' | 'apply' | 'refused' | 'row';
}

const data: Data = {
  ...loadingList(),
  ...noSelection,
  maySelect: false,
  together: rowsTogether,
  head: null,
  fates: [],
  fate: 'new',
  busyWith: '',
};
/** Between two shares of work that somebody watches. */
const pauseMs = 800;

interface ImportPageState {
  readonly importId: string;
  readonly data: Data;
  /** The import as it was answered last. */
  view: ImportView | null;
}

/** Before anything was answered. */
const noView = (): ImportView | null => null;

const isFate = (value: string): value is RowFate => rowFates.some((fate) => fate === value);

/** One list: how far it is, what would come of its rows, what somebody has to say, and the word to write them. */
Page({
  data,
  ...pagedList({
    read: (page: ImportPageState, cursor) => imports.listRows(page.importId, page.data.fate, cursor),
    draw: (answer, page) => {
      page.view = answer.import;
      const mayDecide = !isWorking(answer.import);
      const lines = answer.rows.map((row) => rowLine(row, mayDecide));
      const maySelect = lines.some(({ asks }) => asks);
      return { phase: 'ready', ...importHead(answer.import), lines, maySelect };
    },
  }),
  ...selectionHandlers,
  importId: '',
  view: noView(),
  isWatched: false,
  async onLoad() {
    this.importId = parameters(this)['importId'] ?? '';
    this.isWatched = true;
    await this.goTo('first');
    await this.watch();
  },
  onHide() {
    this.isWatched = false;
  },
  onUnload() {
    this.isWatched = false;
  },
  /** Has the work go on while somebody looks; without them the cloud goes on by itself. */
  async watch() {
    const view: ImportView | null = this.view;
    if (view === null || !isWorking(view)) return;
    for (;;) {
      const reply = await imports.advance(this.importId);
      if (!this.isWatched || !reply.ok) return;
      if (!isWorking(reply.data)) break;
      this.setData(importHead(reply.data));
      await wait(pauseMs);
    }
    await this.goTo('first');
  },
  async chooseFate(event: Chosen) {
    const { value } = event.detail;
    if (!isFate(value)) return;
    this.setData({ ...loadingLines, ...noSelection, phase: 'ready', fate: value });
    await this.goTo('first');
  },
  async apply() {
    this.setData({ busyWith: 'apply' });
    const reply = await imports.apply(this.importId);
    this.setData({ busyWith: '', ...(reply.ok && importHead(reply.data)) });
    if (!reply.ok) return showToast(refusalOf(reply));
    this.view = reply.data;
    await this.watch();
  },
  async decide(event: Tapped<{ row: string; decision: RowDecision; person?: string }>) {
    const { row, decision, person } = event.currentTarget.dataset;
    this.setData({ busyWith: 'row' });
    const reply = await imports.decide(this.importId, row, decision, person);
    if (!reply.ok) showToast(refusalOf(reply));
    await this.goTo('here', { busyWith: '' });
  },
  async sendTogether(event: Chosen) {
    const decision = rowDecisions.find((known) => known === event.detail.value);
    if (decision) await sendSelected(this, ({ rowId }) => imports.decide(this.importId, rowId, decision));
  },
  async openRefused() {
    this.setData({ busyWith: 'refused' });
    const reply = await imports.getRefused(this.importId);
    const isOpen = reply.ok && (await openDocument(reply.data.fileUrl, 'xlsx'));
    this.setData({ busyWith: '' });
    if (!isOpen) showToast(reply.ok ? results.openFailed : refusalOf(reply));
  },
});
