import { sheetOf } from '../functions/import/lists';
import { exportScenarios } from './export-scenarios';
import type { Scenario, Steps } from './scenario';

const secretary = 'o_secretary';
const people = [
  ['姓名', '联系电话', '网格'],
  ['成小明', '16488880001', '红色网格'],
  ['李秀芝', '16400000001', '红色网格'],
  ['成小红', '12', '红色网格'],
];

async function started({ cloud, act }: Steps): Promise<string> {
  const services = await cloud.services();
  const fileId = await services.storage.upload('imports/scenario-list.xlsx', sheetOf(people));
  return (await act(secretary, 'import.start', { kind: 'residents', fileId, fileName: '居民.xlsx' })).importId;
}

async function checked(steps: Steps): Promise<string> {
  const importId = await started(steps);
  await steps.act(secretary, 'import.advance', { importId });
  return importId;
}

/** Writes about lists that come in, and that go out. */
export const importScenarios: readonly Scenario[] = [
  {
    name: 'import.start',
    openid: secretary,
    async prepare({ cloud }) {
      const services = await cloud.services();
      const fileId = await services.storage.upload('imports/scenario-list.xlsx', sheetOf(people));
      return { kind: 'residents', fileId, fileName: '居民.xlsx' };
    },
  },
  { name: 'import.advance', openid: secretary, prepare: async (steps) => ({ importId: await started(steps) }) },
  {
    name: 'import.decide',
    openid: secretary,
    prepare: async (steps) => ({
      importId: await checked(steps),
      rowId: '0.1',
      decision: 'same',
      personId: 'p_resident',
    }),
  },
  { name: 'import.apply', openid: secretary, prepare: async (steps) => ({ importId: await checked(steps) }) },
  { name: 'import.getRefused', openid: secretary, prepare: async (steps) => ({ importId: await checked(steps) }) },
  ...exportScenarios,
];
