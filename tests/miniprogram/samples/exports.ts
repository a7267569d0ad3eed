import type { ExportView } from '../../../miniprogram/contracts/export';

export const exportSample: ExportView = {
  exportId: 'ex1',
  list: 'residents',
  format: 'xlsx',
  sort: 'pinyin',
  phones: 'masked',
  gridName: '红色网格',
  state: 'working',
  rows: 99,
  createdAt: '2026-11-20T02:00:00.000Z',
  deletedAt: '2026-11-21T02:00:00.000Z',
};
