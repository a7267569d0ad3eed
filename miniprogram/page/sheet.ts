/** The sheet at the foot of a page that asks for a reason, for words, or for both (components/form/sheet). */
import { submitTo, type Sent } from './submit';

export interface SheetData<Sheet> {
  sheet: Sheet;
  sheetVisible: boolean;
  busy: boolean;
}

interface SheetPage {
  setData(change: object): void;
}

/** Before anything was asked. */
export const closedSheet = { sheetVisible: false, busy: false } as const;

/** A page spreads it in when its sheet has a problem of its own, `sheetProblem`, beside that of the page. */
export const sheetHandlers = {
  leaveSheet(this: SheetPage): void {
    this.setData({ sheetVisible: false });
  },
  /** Sends what the sheet asked for, and closes it when it was accepted; `draw` is what the answer changes beside. */
  submitSheet<Written>(
    this: SheetPage,
    write: () => Promise<Sent<Written>>,
    draw?: (written: Written) => object,
  ): Promise<Sent<Written>> {
    return submitTo(this, 'sheetProblem', write, {
      draw: (written) => ({ sheetVisible: false, ...draw?.(written) }),
    });
  },
};
