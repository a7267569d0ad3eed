import type { EntryCause } from '../../contracts/passbook';

/** Why a line stands in a book; of an activity also what it is put right to: `到会`. */
export const causeNames: Record<EntryCause, string> = {
  order: '帮了忙，居民点了头',
  attended: '到会',
  absent: '缺席',
  organised: '台前组织',
  guided: '幕后指导',
  reversal: '冲正',
  correction: '更正',
  vouched: '核实过，办好了',
  tenant: '租户登记',
  visit: '上门走访',
  held: '先扣住',
  collected: '领走了',
  released: '退回',
  opening: '开户',
  grant: '手工记分',
  expired: '到期',
};
