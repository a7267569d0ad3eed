import { bookReaderHats } from '../../../../miniprogram/contracts/hat';
import { deliver } from '../../message/notify';
import type { Services } from '../../platform/context';
import { branchIdOf } from '../../place/branch';
import { readHolders } from '../disputes/holders';
import { storeAlarm } from './alarm-store';
import type { Finding } from './alarm';

/**
 * Stores a finding and notifies secretary, committee and inspector at once, the first time that it is found. Two reads
 * where it was found before; the first time four reads and four writes. Whom a notification did not reach gets it by
 * the job of outboxes.
 */
export async function raiseAlarm(services: Services, finding: Finding): Promise<void> {
  const personIds = await readHolders(services.database, branchIdOf(finding.communityId), bookReaderHats);
  const stored = await storeAlarm(services.database, finding, { now: services.clock.now(), personIds });
  if (!stored) return;
  const { _id, communityId: community, why, sequence, day } = stored.alarm;
  services.log.line('error', { event: 'ledger-alarm', alarm: _id, community, why, sequence, day });
  await deliver({ ...services, requestId: _id }, stored.messages);
}
