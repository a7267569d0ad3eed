import type { SignView } from '../../../contracts/station';
import type { Emitted, Tapped } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { showToast } from '../../../page/toast';
import type { Reply } from '../../../contracts/error';
import type { PrintView } from '../../../contracts/file';
import { openDocument } from '../../../services/platform/documents';
import type { ReasonInput } from '../../../services/moves';
import * as prints from '../../../services/print';
import * as stations from '../../../services/station';
import { refusalOf } from '../../../text/errors';
import type { SheetContent } from '../../../text/sheet';
import { handOverSheet, missingGlyphs, signLine, signsResults } from '../text/signs';

type Row = SignView & { readonly line: string };

interface Data extends ListData<Row>, SheetData<SheetContent> {
  sheetProblem: string;
  /** What is being made for print: `map`, or the shop whose sign it is. */
  printing: string;
}

const data: Data = { ...loadingList(), ...closedSheet, sheet: handOverSheet, sheetProblem: '', printing: '' };

/** The signs of friendly shops: who got which, and what is printed. */
Page({
  data,
  ...pagedList({
    read: (_page, cursor) => stations.listSigns(cursor),
    draw: (answer) => ({ lines: answer.signs.map((sign) => ({ ...sign, line: signLine(sign) })) }),
  }),
  ...sheetHandlers,
  stationId: '',
  printMap() {
    return this.open('map', prints.stationMap());
  },
  printSign(event: Tapped<{ id: string }>) {
    const { id } = event.currentTarget.dataset;
    return this.open(id, prints.sign(id));
  },
  async open(printing: string, asked: Promise<Reply<PrintView>>) {
    this.setData({ printing });
    const reply = await asked;
    const isOpen = reply.ok && (await openDocument(reply.data.fileUrl));
    this.setData({ printing: '' });
    if (!reply.ok) showToast(refusalOf(reply));
    else if (!isOpen) showToast(signsResults.failed);
    else if (reply.data.missing.length > 0) showToast(missingGlyphs(reply.data.missing));
  },
  handOver(event: Tapped<{ id: string }>) {
    this.stationId = event.currentTarget.dataset.id;
    this.setData({ sheetVisible: true, sheetProblem: '' });
  },
  async submitName(event: Emitted<ReasonInput>) {
    const { words } = event.detail;
    const reply = await this.submitSheet(() => stations.handOverSign(this.stationId, words));
    if (!reply.ok) return;
    showToast(signsResults.handedOver);
    await this.goTo('here');
  },
});
