import type { Hat } from '../../../../miniprogram/contracts/hat';

const NAMES: Readonly<Record<Hat, string>> = {
  anonymous: '还没登记',
  resident: '居民',
  member: '在职党员',
  teamCaptain: '队长',
  courtyardHead: '楼院长',
  laneChief: '巷长',
  gridWorker: '网格员',
  gridLeader: '网格长',
  groupLeader: '党小组长',
  committee: '支委',
  secretary: '书记',
  inspector: '督查员',
  employer: '单位联络人',
  courier: '小哥',
  merchant: '商户',
  instructor: '指导员',
  administrator: '管理员',
};

/** A hat as people call it; one that this panel has never heard of goes by its own name. */
export function hatName(hat: string): string {
  return Object.entries(NAMES).find(([known]) => known === hat)?.[1] ?? hat;
}
