import type { MemberRecordView } from '../../../../miniprogram/contracts/exchange';
import type { SignedIn } from '../../access/caller';
import { enrolments } from '../../enrolment/enrolment';
import type { Person } from '../../person/person';
import type { Context } from '../../platform/context';
import type { Exchange } from '../exchange/exchange';
import { readParts, recordView } from '../exchange/read-record';

/** The four systems of a member on one page (S2-17): registration, points, review, exchange. Four reads. */
export async function readRecord(
  context: Context,
  caller: SignedIn,
  { person, exchange }: { readonly person: Person; readonly exchange: Exchange | undefined },
): Promise<MemberRecordView> {
  const [enrolment, parts] = await Promise.all([
    context.database.get(enrolments, person._id),
    readParts(context, person),
  ]);
  const registration = enrolment && {
    state: enrolment.state,
    gridName: enrolment.grid.gridName,
    askedAt: enrolment.askedAt.toISOString(),
  };
  return recordView(caller, person, { ...parts, exchange, registration });
}
