import type { SignView } from '../../../contracts/station';
import type { Emitted, Tapped } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { printHandlers, type PrintData } from '../../../page/printing';
import { showToast } from '../../../page/toast';
import type { ReasonInput } from '../../../services/moves';
import * as prints from '../../../services/print';
import * as stations from '../services/station';
import type { SheetContent } from '../../../text/sheet';
import { handOverSheet, signLine, signsResults } from '../text/signs';

type Row = SignView & { readonly line: string };

interface Data extends ListData<Row>, SheetData<SheetContent>, PrintData {
  sheetProblem: string;
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
  ...printHandlers,
  stationId: '',
  printMap() {
    return this.openPrint('map', prints.stationMap());
  },
  printSign(event: Tapped<{ id: string }>) {
    const { id } = event.currentTarget.dataset;
    return this.openPrint(id, prints.sign(id));
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
