import {
  exportFormats,
  exportLists,
  exportSorts,
  phoneForms,
  type ExportChoices,
  type ExportFormat,
  type ExportList,
  type ExportSort,
  type ExportView,
  type PhoneForm,
} from '../../../contracts/export';
import type { Chosen, Tapped } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { showToast } from '../../../page/toast';
import { savingOf } from '../../../page/unsaved';
import * as exportsOf from '../services/export';
import { nowMs, wait } from '../../../services/platform/clock';
import { openDocument, shareDocument } from '../../../services/platform/documents';
import { pickerDay } from '../../../text/dates';
import { refusalOf } from '../../../text/errors';
import { allGrids, allMonths, allOf, problems } from '../text/exports';
import { exportForm, exportRow, type ExportForm, type ExportRow } from '../views/export-form';

interface Data extends ListData<ExportRow> {
  form: ExportForm;
  list: ExportList;
  gridName: string;
  monthName: string;
  sort: ExportSort;
  format: ExportFormat;
  phones: PhoneForm;
  reason: string;
  formProblem: string;
  /** What is under way: a beginning, or a file that is opened. */
  busyWith: string;
}

const noChoices: ExportChoices = { lists: [], grids: [], wholeLists: [] };
const thisMonth = (): string => pickerDay(nowMs()).slice(0, 7);

const data: Data = {
  ...loadingList(),
  form: exportForm(noChoices, 'residents', '2026-01'),
  list: 'residents',
  gridName: allGrids,
  monthName: allMonths,
  sort: 'pinyin',
  format: 'xlsx',
  phones: 'masked',
  reason: '',
  formProblem: '',
  busyWith: '',
};
/** Between two shares of work that somebody watches. */
const pauseMs = 800;

interface ExportsPage {
  readonly data: Data;
  choices: ExportChoices;
  views: readonly ExportView[];
}

const nothing: readonly ExportView[] = [];
/** Before anything was answered. */
const choices = (): ExportChoices => noChoices;

/** Takes a list out: which, of what, how; below, what was taken out before and how far the last one is. */
Page({
  data,
  ...pagedList({
    read: (_page: ExportsPage, cursor) => exportsOf.list(cursor),
    draw: (answer, page) => {
      page.choices = answer.choices;
      page.views = answer.exports;
      const list = answer.choices.lists.find((one) => one === page.data.list) ?? answer.choices.lists[0] ?? 'cards';
      return {
        phase: 'ready',
        list,
        form: exportForm(answer.choices, list, thisMonth()),
        lines: answer.exports.map(exportRow),
      };
    },
    refreshOnShow: true,
  }),
  choices: choices(),
  views: nothing,
  /** Which grid and which month; '' for all. */
  gridId: '',
  month: '',
  isWatched: false,
  onReady() {
    this.isWatched = true;
    void this.watch();
  },
  onHide() {
    this.isWatched = false;
  },
  onUnload() {
    this.isWatched = false;
  },
  /** Has the work go on while somebody looks; without them the cloud goes on by itself. */
  async watch() {
    for (;;) {
      const working = this.views.find(({ state }) => state === 'working');
      if (!this.isWatched || !working) return;
      const reply = await exportsOf.advance(working.exportId);
      if (!this.isWatched || !reply.ok) return;
      this.take(reply.data);
      await wait(pauseMs);
    }
  },
  take(view: ExportView) {
    this.views = this.views.map((one) => (one.exportId === view.exportId ? view : one));
    this.setData({ lines: this.views.map(exportRow) });
  },
  chooseList(event: Chosen) {
    const list = exportLists.find((one) => one === event.detail.value);
    if (!list) return;
    const form = exportForm(this.choices, list, thisMonth());
    this.month = '';
    this.setData({ list, form, monthName: allOf(list), phones: 'masked', formProblem: '' });
  },
  chooseGrid(event: Chosen) {
    const chosen = this.data.form.grids[Number(event.detail.value)];
    if (!chosen) return;
    this.gridId = chosen.value;
    this.setData({ gridName: chosen.text });
  },
  chooseMonth(event: Chosen) {
    const chosen = this.data.form.months[Number(event.detail.value)];
    if (!chosen) return;
    this.month = chosen.value;
    this.setData({ monthName: chosen.text });
  },
  chooseSort(event: Chosen) {
    const sort = exportSorts.find((one) => one === event.detail.value);
    if (sort) this.setData({ sort });
  },
  chooseFormat(event: Chosen) {
    const format = exportFormats.find((one) => one === event.detail.value);
    if (format) this.setData({ format });
  },
  choosePhones(event: Chosen) {
    const phones = phoneForms.find((one) => one === event.detail.value);
    if (phones) this.setData({ phones, formProblem: '' });
  },
  writeReason(event: Chosen) {
    this.setData({ reason: event.detail.value, formProblem: '' });
  },
  async start() {
    const { list, format, sort, phones, reason } = this.data;
    const { gridId, month } = this;
    const why = reason.trim();
    if (phones === 'whole' && why === '') return this.setData({ formProblem: problems.reason });
    this.setData({ busyWith: 'start', formProblem: '' });
    const saved = savingOf();
    const asked = { list, format, sort, phones, ...(phones === 'whole' && { reason: why }) };
    const reply = await exportsOf.start({
      ...asked,
      ...(gridId !== '' && { gridId }),
      ...(month !== '' && { month }),
    });
    this.setData({ busyWith: '' });
    if (!reply.ok) return this.setData({ formProblem: refusalOf(reply) });
    saved();
    await this.goTo('first');
    await this.watch();
  },
  async openFile(event: Tapped<{ id: string }>) {
    const { id } = event.currentTarget.dataset;
    const view = this.views.find(({ exportId }) => exportId === id);
    this.setData({ busyWith: id });
    const reply = await exportsOf.getFile(id);
    const isOpen = reply.ok && (await opened(view, reply.data));
    this.setData({ busyWith: '' });
    if (!isOpen) showToast(reply.ok ? problems.openFailed : refusalOf(reply));
  },
});

function opened(view: ExportView | undefined, { fileUrl, fileName }: { fileUrl: string; fileName: string }) {
  return view?.format === 'csv' ? shareDocument(fileUrl, fileName) : openDocument(fileUrl, 'xlsx');
}
