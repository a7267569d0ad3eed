import type { ImportRowView, ImportView } from '../../../miniprogram/contracts/import';

export const importSample: ImportView = {
  importId: 'im1',
  kind: 'residents',
  fileName: '居民.xlsx',
  state: 'checked',
  createdAt: '2026-11-20T02:00:00.000Z',
  deletedAt: '2026-11-21T02:00:00.000Z',
  progress: { done: 300, total: 300 },
  counts: { new: 280, changed: 2, unchanged: 0, duplicate: 1, refused: 17 },
  undecided: 1,
  written: 0,
  skipped: 3,
  hidden: ['旧表'],
  unreadable: [],
  unused: ['入住时间'],
};

export const importRowSample: ImportRowView = {
  rowId: '0.3',
  sheet: '一网格',
  row: 8,
  fate: 'duplicate',
  title: '何桂香',
  changes: [{ field: 'phone', before: '138 **** 0001', after: '16400000001' }],
  notes: [{ column: '联系电话', value: '1640000', text: '电话位数不对，请核对' }],
  candidates: [{ personId: 'p1', name: '何桂芳', phone: '138 **** 0001', home: '柳巷 7 号院', because: 'sameNumber' }],
  written: false,
};
