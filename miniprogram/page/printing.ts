import type { Reply } from '../contracts/error';
import type { PrintView } from '../contracts/file';
import { openDocument } from '../services/platform/documents';
import { refusalOf } from '../text/errors';
import { missingGlyphs, printFailed } from '../text/printing';
import { showToast } from './toast';

export interface PrintData {
  /** What is being made for print, as the page names it; '' for nothing. */
  printing: string;
}

/** For a page that has something to print: the PDF opens in the phone's own reader, which prints and sends it. */
export const printHandlers = {
  async openPrint(this: { setData(change: PrintData): void }, printing: string, asked: Promise<Reply<PrintView>>) {
    this.setData({ printing });
    const reply = await asked;
    const isOpen = reply.ok && (await openDocument(reply.data.fileUrl));
    this.setData({ printing: '' });
    if (!reply.ok) showToast(refusalOf(reply));
    else if (!isOpen) showToast(printFailed);
    else if (reply.data.missing.length > 0) showToast(missingGlyphs(reply.data.missing));
  },
};
