import { pointUnits } from '../../../../../miniprogram/contracts/passbook';
import { signedInEndpoint } from '../../../access/endpoint';
import { id, object, optional, v } from '../../../platform/validation';
import { slipMonth } from '../../slip/inputs';
import { readSlip } from '../../slip/read-slip';

/**
 * One month of a book as a slip: its lines, the balances around them, the anchor that covers the last, all of it
 * signed, and a code that tells on paper what was true when it was printed.
 * Cost: 3 reads.
 */
export const getSlip = signedInEndpoint({
  name: 'passbook.slip',
  input: object({ unit: v.picklist(pointUnits), month: slipMonth, personId: optional(id) }),
  identity: 'caller',
  idempotency: 'read',
  run: readSlip,
});
