import { pointUnits } from '../../../../../miniprogram/contracts/passbook';
import { reachesBranch } from '../../../access/caller';
import { signedInEndpoint } from '../../../access/endpoint';
import { keeperIdOf } from '../../../place/branch';
import type { Context } from '../../../platform/context';
import { done, refuse } from '../../../platform/result';
import { id, object, optional } from '../../../platform/validation';
import { anchors, type Anchor } from '../../anchor/anchor';
import type { Entry } from '../../entry';
import { bookIdOf } from '../../passbook';
import { faultOfSlip } from '../../slip/check-slip';
import { slipCode, slipSignature } from '../../slip/inputs';
import { readMonth } from '../../slip/read-slip';
import { bookTagOf, parseSlipCode, type SlipCode } from '../../slip/slip-code';

/**
 * Holds a printed slip against the book as it stands: the line that it knew, the anchor of its day, and, of a scanned
 * one, who signed it. The code names nobody, so that it is held against the books of one person.
 * Cost: 2 reads.
 */
export const checkSlip = signedInEndpoint({
  name: 'passbook.checkSlip',
  input: object({ code: slipCode, signature: optional(slipSignature), personId: optional(id) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, { code, signature, ...asked }) {
    const { login } = caller;
    const personId = asked.personId ?? login.personId;
    const isOwn = personId === login.personId;
    if (!isOwn && caller.scope === 'own') return refuse('FORBIDDEN', 'personId');
    const slip = parseSlipCode(code);
    if (!slip) return refuse('INVALID_INPUT', 'code');
    const said = { month: slip.month, sequence: slip.sequence };
    const unit = pointUnits.find((one) => bookTagOf(bookIdOf(personId, one)) === slip.bookTag);
    if (unit === undefined) return done({ ...said, wrong: 'otherBook' as const });
    const bookId = bookIdOf(personId, unit);
    const { lines, before, book } = await readMonth(context, bookId, slip.month);
    if (!isOwn && !(book && reachesBranch(caller, book))) return refuse('NOT_FOUND', 'personId');
    const { communityId } = login;
    const line = [...lines, ...(before ? [before] : [])].find(({ sequence }) => sequence === slip.sequence);
    const anchor = line && (await readAnchor(context, line, slip));
    const about = { slip, signature, communityId, bookId, lines, before, anchor };
    const wrong = faultOfSlip({ ...about, keys: context.signer?.keys ?? [] });
    return done({
      ...said,
      unit,
      name: line?.name ?? book?.name ?? login.name,
      ...(line && !wrong && { closing: line.balance }),
      ...(slip.anchor && { anchorDay: slip.anchor.day }),
      ...(signature !== undefined && !wrong && { signed: true as const }),
      ...(wrong && { wrong }),
    });
  },
});

/** The anchor of the day that the paper names, of whoever kept the book then. One read. */
async function readAnchor(
  { database }: Context,
  { communityId, branchId }: Entry,
  { anchor }: SlipCode,
): Promise<Anchor | undefined> {
  if (!anchor) return undefined;
  const keeperId = branchId === undefined ? communityId : keeperIdOf(branchId);
  return database.get(anchors, `${keeperId}:${anchor.day}`);
}
