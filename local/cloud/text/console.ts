/** What the page `/local` says. */
export const consoleText = {
  title: '本地云',
  strictMode: '严格模式',
  cloudTime: (utc: string): string => `云端时间（UTC）：${utc}`,
  nextTimers: '定时器下次触发',
  timer: (name: string, utc: string): string => `${name}：${utc}`,
  recentCalls: '最近的调用',
  collections: '集合',
  collectionColumns: ['集合', '文档', '索引'],
  indexes: (indexes: readonly { name: string; unique?: boolean }[]): string =>
    indexes.map(({ name, unique }) => `${name}${unique === true ? '（唯一）' : ''}`).join('、'),
  noCollection: (name: string): string => `没有集合 ${name}`,
  nextPage: '下一页',
  lastPage: '到底了',
  operationColumns: ['操作', '集合', '计划', '查看', '返回', '字节', '毫秒'],
  plan: (plan: string, sortedInMemory: boolean): string => plan + (sortedInMemory ? ' + 内存排序' : ''),
  anonymous: '无身份',
  coldStart: '冷启动',
  counts: (trace: { reads: number; writes: number; examined: number; returned: number }): string =>
    `读 ${trace.reads} 写 ${trace.writes} · 查 ${trace.examined} 得 ${trace.returned}`,
  size: (bytes: number, ms: number): string => `${bytes} 字节 · ${ms} 毫秒`,
  calls: (names: readonly string[]): string => `调用：${names.join('、')}`,
  late: (names: readonly string[]): string => `返回之后才做：${names.join('、')}`,
} as const;
