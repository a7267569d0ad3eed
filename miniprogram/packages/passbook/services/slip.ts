import type { PointUnit } from '../../../contracts/passbook';
import type { SlipFormat } from '../../../contracts/slip';
import { call } from '../../../services/platform/call';
import { readCached, writeCached } from '../../../services/platform/storage';

/** One month of a book, to be printed or as a spreadsheet. */
export interface PrintedSlip {
  readonly unit: PointUnit;
  readonly month: string;
  readonly personId: string;
  readonly format: SlipFormat;
  readonly large: boolean;
}

export const print = (slip: PrintedSlip) => call('file.printMonthSlip', slip);

/** `signature`: of a slip that was scanned, else ''; `personId`: whose book it is, '' for one's own. */
export const check = (code: string, signature: string, personId: string) =>
  call('passbook.checkSlip', {
    code,
    ...(signature !== '' && { signature }),
    ...(personId !== '' && { personId }),
  });

const largeKey = 'large-slip';
const isChoice = (value: unknown): value is { readonly large: boolean } =>
  typeof value === 'object' && value !== null && 'large' in value && typeof value.large === 'boolean';

/** Whether this phone's slips are printed large; undefined where nobody chose. */
export const readLarge = (): boolean | undefined => readCached(largeKey, isChoice)?.large;
export const keepLarge = (large: boolean): void => writeCached(largeKey, { large });
