import type { SignView } from '../../../miniprogram/contracts/station';
import type { Station } from './station';

/** A line of the record of signs. */
export function signView({ _id, name, sign = '', signRecord }: Station): SignView {
  return {
    stationId: _id,
    name,
    sign,
    ...(signRecord && {
      receivedBy: signRecord.receivedBy,
      receivedAt: signRecord.receivedAt.toISOString(),
      issuedBy: signRecord.issuedBy.name,
    }),
  };
}
