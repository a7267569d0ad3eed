import type { SiteRecordView } from '../../../miniprogram/contracts/site';
import type { SignedIn } from '../access/caller';
import type { Context } from '../platform/context';
import { replayOf } from '../platform/request';
import { done, refuse, type Result } from '../platform/result';
import { siteRecords, type SiteRecord } from './site';
import { recordView } from './view';

/** How many requests a record remembers: as many as people join it. */
const requestLimit = 100;

type RecordChange = Partial<Pick<SiteRecord, 'joined' | 'recipient'>>;

/**
 * A change that a courier makes to a record of their community. Two at once: the transaction of the second sees what
 * the first wrote. One read and one write.
 */
export function changeRecord(
  { database, request }: Pick<Context, 'database' | 'request'>,
  caller: SignedIn,
  recordId: string,
  change: (record: SiteRecord) => Result<RecordChange>,
): Promise<Result<SiteRecordView>> {
  return database.transaction(async (transaction) => {
    const record = await transaction.get(siteRecords, recordId);
    if (record?.communityId !== caller.login.communityId) return refuse('NOT_FOUND', 'recordId');
    const replay = replayOf(record.requests, request, () => recordView(record, caller, false));
    if (replay) return replay;
    const set = change(record);
    if (!set.ok) return set;
    const requests = [...record.requests, request].slice(-requestLimit);
    await transaction.update(siteRecords, recordId, { set: { ...set.data, requests } });
    return done(recordView({ ...record, ...set.data }, caller, false));
  });
}
