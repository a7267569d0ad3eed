import type { Scenario, Steps } from './scenario';

const secretary = 'o_secretary';
const wanted = { list: 'posts', format: 'xlsx', sort: 'pinyin', phones: 'masked' } as const;

async function started({ act }: Steps): Promise<string> {
  return (await act(secretary, 'export.start', wanted)).exportId;
}

async function made(steps: Steps): Promise<string> {
  const exportId = await started(steps);
  await steps.act(secretary, 'export.advance', { exportId });
  return exportId;
}

/** Writes about lists that go out. */
export const exportScenarios: readonly Scenario[] = [
  { name: 'export.start', openid: secretary, prepare: () => Promise.resolve(wanted) },
  { name: 'export.advance', openid: secretary, prepare: async (steps) => ({ exportId: await started(steps) }) },
  { name: 'export.getFile', openid: secretary, prepare: async (steps) => ({ exportId: await made(steps) }) },
];
