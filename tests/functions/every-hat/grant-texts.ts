import { alarms } from '../../../cloudfunctions/core/passbook/alarm/alarm';
import type { Cast, Typist } from './typing';

/** One line by hand that was signed, and one that was not. */
export async function plantGrants({ text, write }: Typist): Promise<void> {
  const cast: Cast = { subject: ['o_member'] };
  const by = { kind: 'grant', personId: 'p_member', unit: 'service', points: 1 } as const;
  const signed = await write('o_committee', 'passbook.proposeGrant', {
    ...by,
    reason: `${text('passbook.proposeGrant.reason', cast)}，前后写清楚`,
  });
  await write('o_secretary', 'passbook.signGrant', { grantId: signed.grantId, agree: true });
  const refused = await write('o_committee', 'passbook.proposeGrant', { ...by, reason: '也是那几天守了三夜大坝' });
  const reason = text('passbook.signGrant.reason', cast);
  await write('o_secretary', 'passbook.signGrant', { grantId: refused.grantId, agree: false, reason });
}

/** A finding of the night, of another branch member's book. */
export async function plantAlarm({ cloud, text, write }: Typist): Promise<void> {
  const foundAt = new Date('2026-11-22T20:00:00Z');
  const { database } = await cloud.services();
  await database.insert(alarms, {
    _id: 'alarm_texts',
    communityId: 'qinghe',
    bookId: null,
    personId: null,
    name: '',
    unit: null,
    why: 'anchor',
    sequence: 0,
    day: '2026-11-22',
    foundAt,
    foundKey: `${foundAt.toISOString()} alarm_texts`,
    open: true,
    closings: [],
    requests: [],
  });
  const reason = text('passbook.closeAlarm.reason');
  await write('o_inspector', 'passbook.closeAlarm', { alarmId: 'alarm_texts', reason });
}
