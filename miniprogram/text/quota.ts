import type { DeskView } from '../contracts/desk';

/** What of the cloud's plan comes near its end: `这个月的调用用了 83%`; '' for nothing. */
export function quotaLine(quotas: DeskView['quotas'] = []): string {
  const names = { calls: '这个月的调用', storage: '存的地方', time: '这个月的运行时间', traffic: '这个月的流量' };
  return quotas.map(({ item, percent }) => `${names[item]}用了 ${String(percent)}%`).join('，');
}
