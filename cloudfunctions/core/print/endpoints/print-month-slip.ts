import { pointUnits, type SlipView } from '../../../../miniprogram/contracts/passbook';
import { slipFormats, slipText } from '../../../../miniprogram/contracts/slip';
import { signedInEndpoint } from '../../access/endpoint';
import { loadWorkbookLibrary } from '../../import/load-workbook-library';
import { slipMonth } from '../../passbook/slip/inputs';
import { readSlip } from '../../passbook/slip/read-slip';
import type { Context } from '../../platform/context';
import { done, refuse } from '../../platform/result';
import { id, object, optional, v } from '../../platform/validation';
import { drawCode, drawCodePicture } from '../draw-code';
import { printPages } from '../print-pages';
import { monthSheet } from '../rules/month-sheet';
import { monthSlip } from '../rules/month-slip';
import { monthSlipText } from '../text/month-slip';

/**
 * One month of a book on paper or as a spreadsheet, with its check code and a QR of it: what `passbook.slip` answers,
 * to whom it answers. Each reader has one file of each kind, in the place of the last.
 * Cost: 3 reads.
 */
export const printMonthSlip = signedInEndpoint({
  name: 'file.printMonthSlip',
  input: object({
    unit: v.picklist(pointUnits),
    month: slipMonth,
    personId: optional(id),
    format: v.picklist(slipFormats),
    large: optional(v.boolean()),
  }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, { format, large = false, ...asked }) {
    const read = await readSlip(context, caller, asked);
    if (!read.ok) return read;
    const { personId, communityName } = caller.login;
    const path = `prints/${personId}-month-slip.${format}`;
    if (format === 'xlsx') return writeSheet(context, path, read.data, communityName);
    const code = await drawCode(textOf(read.data));
    return printPages(context, path, monthSlip(read.data, { community: communityName, large, code }));
  },
});

const textOf = ({ code, signature = '' }: SlipView): string => slipText(code, signature);

async function writeSheet({ storage }: Context, path: string, slip: SlipView, community: string) {
  const [{ writeSheets, withPicture }, picture] = await Promise.all([
    loadWorkbookLibrary(),
    drawCodePicture(textOf(slip)),
  ]);
  const name = monthSlipText.fileName(slip.month);
  const sheet = writeSheets([{ name, lines: monthSheet(slip, community) }], {
    title: name,
    author: community,
    comments: slip.code,
  });
  const fileId = await storage.upload(path, withPicture(sheet, picture, { column: 6, row: 3 }));
  const fileUrl = (await storage.urls([fileId])).get(fileId);
  return fileUrl === undefined ? refuse('INTERNAL') : done({ fileId, fileUrl, missing: [] });
}
