import { bookReaderHats } from '../../../../miniprogram/contracts/hat';
import type { Services } from '../../platform/context';
import { notifyHolders } from '../disputes/notify-holders';
import { storeAlarm } from './alarm-store';
import type { Finding } from './alarm';

/**
 * Stores a finding and notifies secretary, committee and inspector at once, the first time that it is found. One read
 * where it was found before.
 */
export async function raiseAlarm(services: Services, finding: Finding): Promise<void> {
  const alarm = await storeAlarm(services.database, finding, services.clock.now());
  if (!alarm) return;
  const { communityId, why, sequence, day, name } = alarm;
  services.log.line('error', { event: 'ledger-alarm', alarm: alarm._id, community: communityId, why, sequence, day });
  const content = { kind: 'ledger-alarm', name, sequence, day } as const;
  await notifyHolders({ ...services, requestId: alarm._id }, { communityId, hats: bookReaderHats, content });
}
