import { timeKey } from '../../cloudfunctions/core/platform/ids';
import type { Alarm } from '../../cloudfunctions/core/passbook/alarm/alarm';
import { bookIdOf } from '../../cloudfunctions/core/passbook/passbook';
import { stampForms } from '../../local/demo/forms';
import type { EndpointName, Input, Output } from '../../miniprogram/contracts/api';
import type { BenchEnvironment } from './environment';
import { newRequestId } from './request-id';

const branchMember = 'branch-li';
const branchSecretary = 'branch-secretary-ren';
const branchCommittee = 'branch-committee-hou';

type Call = <Name extends EndpointName>(
  openid: string,
  name: Name,
  input: Input<Name>,
  as?: string,
) => Promise<Output<Name>>;

/** What is settled about books: objections, an alarm, a line by hand. */
export async function settleBooks(environment: BenchEnvironment, call: Call): Promise<void> {
  await settleObjections(call);
  await settleAlarm(environment, call);
  await writeByHand(call);
}

/** An alarm about a book, which two people close. */
async function settleAlarm({ cloud }: BenchEnvironment, call: Call): Promise<void> {
  const { personId, name } = await call(branchMember, 'passbook.get', {}, 'organization');
  const foundAt = cloud.clock.now();
  const alarm: Alarm = {
    _id: 'alarm-measured',
    communityId: 'xibu',
    bookId: bookIdOf(personId, 'organization'),
    personId,
    name,
    unit: 'organization',
    why: 'source',
    sequence: 1,
    day: '2026-11-27',
    foundAt,
    foundKey: timeKey(foundAt, 'alarm-measured'),
    open: true,
    closings: [],
    requests: [],
  };
  cloud.database.load('alarms', stampForms('alarms', [alarm]));
  for (const openid of [branchSecretary, branchCommittee])
    await call(openid, 'passbook.closeAlarm', {
      alarmId: alarm._id,
      reason: '和签到册对过',
      requestId: newRequestId(),
    });
}

/** A line that two people write by hand. */
async function writeByHand(call: Call): Promise<void> {
  const { personId } = await call(branchMember, 'passbook.get', {}, 'organization');
  const { grantId } = await call(branchSecretary, 'passbook.proposeGrant', {
    kind: 'grant',
    personId,
    unit: 'organization',
    points: 2,
    reason: '村里修渠，他带着人干了三天',
    requestId: newRequestId(),
  });
  await call(branchCommittee, 'passbook.signGrant', { grantId, agree: true, requestId: newRequestId() });
}

/** Two lines of a book that their owner contests: one is kept, one is undone by two people. */
async function settleObjections(call: Call): Promise<void> {
  const { entries } = await call(branchMember, 'passbook.get', {}, 'organization');
  const [kept, undone] = entries
    .filter(({ mayContest, cause }) => mayContest && cause !== 'reversal')
    .map(({ entryId }) => entryId);
  if (kept === undefined || undone === undefined) throw new Error('There is nothing to contest.');
  for (const entryId of [kept, undone])
    await call(branchMember, 'passbook.contest', { entryId, words: '那天我请了假', requestId: newRequestId() });
  await call(branchSecretary, 'passbook.uphold', { entryId: kept, reason: '没有请假条', requestId: newRequestId() });
  const { reversalId } = await call(branchSecretary, 'passbook.proposeReversal', {
    entryId: undone,
    reason: '请假条找到了',
    requestId: newRequestId(),
  });
  await call(branchCommittee, 'passbook.signReversal', { reversalId, agree: true, requestId: newRequestId() });
}
