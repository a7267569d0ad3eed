import type { EndpointName, Output } from '../../../miniprogram/contracts/api';
import { printedTask } from './cards';

type FileName = Extract<EndpointName, `file.${string}` | 'passbook.checkSlip'>;

/** What the cloud answers about files that it makes, and about papers that were made of them. */
export const fileReplies: { readonly [Name in FileName]: Output<Name> } = {
  'file.getHealth': { ready: true },
  'file.getTask': {
    taskId: 't1',
    kind: 'import',
    state: 'waiting',
    progress: 120,
    fileIds: [],
    notes: [],
  },
  'file.getOutput': { fileUrl: 'https://files.test/t2-1.pdf' },
  'file.printStationMap': { fileId: 'cloud://map', fileUrl: 'https://files.test/map.pdf', missing: [] },
  'file.issueCards': printedTask,
  'file.checkCards': { cards: 12, hasMore: false, notes: [{ reason: 'no-worker-number', subject: '蓝色网格' }] },
  'file.printCards': printedTask,
  'file.printSlip': { fileId: 'cloud://slip', fileUrl: 'https://files.test/slip.pdf', missing: [] },
  'passbook.checkSlip': {
    ...{ month: '2026-11', sequence: 41, unit: 'organization', name: '李建国', closing: 186 },
    ...{ anchorDay: '2026-11-15', signed: true },
  },
  'file.printMonthSlip': { fileId: 'cloud://month', fileUrl: 'https://files.test/month.pdf', missing: [] },
  'file.printTransferSheet': { fileId: 'cloud://handed', fileUrl: 'https://files.test/handed.pdf', missing: [] },
  'file.printBrief': { fileId: 'cloud://brief', fileUrl: 'https://files.test/brief.pdf', missing: [] },
  'file.printSign': { fileId: 'cloud://sign', fileUrl: 'https://files.test/sign.pdf', missing: ['䶮'] },
  'file.printRewardSheet': { fileId: 'cloud://sheet', fileUrl: 'https://files.test/sheet.pdf', missing: [] },
};
