/** What couriers do with the records of their site, on every page that shows them. */
import type { Reply } from '../../../contracts/error';
import type { SiteRecordView } from '../../../contracts/site';
import { showToast } from '../../../page/toast';
import * as sites from '../../../services/site';
import { nowMs } from '../../../services/platform/clock';
import { refusalOf } from '../../../text/errors';
import { careResults, joinResults } from '../text/sites';
import { recordRow, type RecordRow } from '../views/record-row';

export interface RecordData {
  records: readonly RecordRow[];
  busyRecord: string;
}

interface RecordPage {
  data: RecordData;
  setData(change: Partial<RecordData>): void;
}

async function change(page: RecordPage, recordId: string, asked: Promise<Reply<SiteRecordView>>, result: string) {
  page.setData({ busyRecord: recordId });
  const reply = await asked;
  const records = reply.ok
    ? page.data.records.map((row) => (row.recordId === recordId ? recordRow(reply.data, nowMs()) : row))
    : page.data.records;
  page.setData({ busyRecord: '', records });
  showToast(reply.ok ? result : refusalOf(reply));
}

export const recordHandlers = {
  joinRecord(this: RecordPage, recordId: string, join: boolean): Promise<void> {
    return change(this, recordId, sites.joinRecord(recordId, join), join ? joinResults.joined : joinResults.left);
  },
  answerCare(this: RecordPage, recordId: string, agree: boolean): Promise<void> {
    const result = agree ? careResults.agreed : careResults.declined;
    return change(this, recordId, sites.answerCare(recordId, agree), result);
  },
};
