import { offeredKinds, type ImportView, type OfferedKind } from '../../../contracts/import';
import type { Chosen } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import { openDocument } from '../../../services/platform/documents';
import { chooseList, uploadList } from '../../../services/platform/list-files';
import * as imports from '../services/import';
import type { Choice } from '../../../text/choice';
import { refusalOf } from '../../../text/errors';
import { importLine, kindChoices, kindName, results } from '../text/imports';

interface Row {
  readonly importId: string;
  readonly title: string;
  readonly line: string;
  readonly url: string;
}

interface Data extends ListData<Row> {
  kinds: readonly Choice[];
  kind: OfferedKind;
  /** What is under way: the template, or the file that was chosen. */
  busyWith: '' | 'template' | 'file';
}

const data: Data = { ...loadingList(), kinds: kindChoices, kind: 'residents', busyWith: '' };

function rowOf(one: ImportView): Row {
  const { importId, kind, fileName } = one;
  return {
    importId,
    title: `${kindName(kind)}\u00a0· ${fileName}`,
    line: importLine(one),
    url: routes.import(importId),
  };
}

/** Brings a list in: which kind, the template, the file; below, the lists that came in before. */
Page({
  data,
  ...pagedList({
    read: (_page, cursor) => imports.list(cursor),
    draw: (answer) => ({ lines: answer.imports.map(rowOf) }),
    refreshOnShow: true,
  }),
  chooseKind(event: Chosen) {
    const kind = offeredKinds.find((one) => one === event.detail.value);
    if (kind) this.setData({ kind });
  },
  async openTemplate() {
    this.setData({ busyWith: 'template' });
    const reply = await imports.getTemplate(this.data.kind);
    const isOpen = reply.ok && (await openDocument(reply.data.fileUrl, 'xlsx'));
    this.setData({ busyWith: '' });
    if (!isOpen) showToast(reply.ok ? results.openFailed : refusalOf(reply));
  },
  async chooseFile() {
    const chosen = await chooseList();
    if (chosen === undefined) return;
    this.setData({ busyWith: 'file' });
    const fileId = await uploadList(chosen);
    const reply = fileId === undefined ? undefined : await imports.start(this.data.kind, fileId, chosen.name);
    this.setData({ busyWith: '' });
    if (reply?.ok) wx.navigateTo({ url: routes.import(reply.data.importId) });
    else showToast(reply ? refusalOf(reply) : results.uploadFailed);
  },
  open(event: { currentTarget: { dataset: { url: string } } }) {
    wx.navigateTo({ url: event.currentTarget.dataset.url });
  },
});
