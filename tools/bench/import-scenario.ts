import { utils, write } from '@e965/xlsx';
import type { BenchEnvironment } from './environment';
import type { Measurements } from './measurements';
import { newRequestId } from './request-id';
import { measuredCalls } from './scenario';

const secretary = 'secretary-qin';
/** One who is new, one who has somebody's number, and one whose number is none. */
const listWith = (phone: string) => [
  ['姓名', '联系电话', '网格'],
  ['成小明', '16488880001', '红色网格'],
  ['成小丽', phone, '蓝色网格'],
  ['成小红', '12', '红色网格'],
];

function workbook(phone: string): ArrayBuffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(listWith(phone)), '名册');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })).buffer;
}

async function upload({ cloud, call }: BenchEnvironment): Promise<string> {
  const { numbers } = (await call('worker-zhao', 'card.listNumbers', {})).data;
  const phone = numbers.find(({ kind }) => kind === 'worker')?.phone ?? '';
  const answer = await fetch(`${cloud.url}/local/files/imports/measured-list.xlsx`, {
    method: 'POST',
    headers: { 'x-openid': secretary },
    body: workbook(phone),
  });
  const { fileID }: { fileID?: unknown } = await answer.json();
  if (typeof fileID !== 'string') throw new Error(`the list was not stored: ${answer.status}`);
  return fileID;
}

/** A list of three rows is looked at, decided on and written. */
export async function importList(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const requestId = newRequestId;
  await call(secretary, 'import.getTemplate', { kind: 'residents' });
  const { importId } = await call(secretary, 'import.start', {
    kind: 'residents',
    fileId: await upload(environment),
    fileName: '居民.xlsx',
    requestId: requestId(),
  });
  await environment.call(secretary, 'import.advance', { importId, requestId: requestId() });
  await call(secretary, 'import.get', { importId });
  await call(secretary, 'import.list', {});
  const { rows } = await call(secretary, 'import.listRows', { importId, fate: 'duplicate' });
  const row = rows[0];
  if (!row) throw new Error('No row was a duplicate.');
  await call(secretary, 'import.decide', {
    importId,
    rowId: row.rowId,
    decision: 'other',
    requestId: requestId(),
  });
  await call(secretary, 'import.getRefused', { importId, requestId: requestId() });
  await call(secretary, 'import.apply', { importId, requestId: requestId() });
  await environment.call(secretary, 'import.advance', { importId, requestId: requestId() });
  await call(secretary, 'import.advance', { importId, requestId: requestId() }, 'when it is done');
}
