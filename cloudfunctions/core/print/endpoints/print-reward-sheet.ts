import { signedInEndpoint } from '../../access/endpoint';
import { object, optional } from '../../platform/validation';
import { sheetMonth } from '../../reward/inputs';
import { readSheet } from '../../reward/sheet/read-sheet';
import { printPages } from '../print-pages';
import { rewardSheet } from '../rules/reward-sheet';

/**
 * The public month of courtyard points on paper, for the board at the gate: what `reward.getSheet` answers. The same
 * month gives the same file, byte for byte.
 * Cost: 2 reads.
 */
export const printRewardSheet = signedInEndpoint({
  name: 'file.printRewardSheet',
  input: object({ month: optional(sheetMonth) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, { login: { communityId, communityName } }, input) {
    const sheet = await readSheet(context, communityId, input.month);
    const cloudPath = `prints/${communityId}-rewards-${sheet.month}.pdf`;
    return printPages(context, cloudPath, rewardSheet(sheet, communityName));
  },
});
