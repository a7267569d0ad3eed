import { startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
});
afterAll(() => cloud.close());

/** Two of them are written with characters beyond U+FFFF that people's names really have. */
const names = ['王桂兰', '王𬱖', '𫖯明'];

test('names with rare characters are listed and found as all others', async () => {
  const books = names.map((name, index) => ({
    _id: `p_rare${index}:courtyard`,
    communityId: 'qinghe',
    branchId: 'branch:qinghe',
    personId: `p_rare${index}`,
    name,
    nameKey: `${name}:p_rare${index}`,
    unit: 'courtyard',
    balance: 0,
    held: 0,
    contested: 0,
    count: 0,
    year: 2026,
    countThisYear: 0,
    sequence: 0,
  }));
  cloud.database.load('passbooks', books);
  const list = async (name?: string) => {
    const found = await cloud.getAs('o_secretary', 'passbook.list', { unit: 'courtyard', ...(name && { name }) });
    return found.people.map((person) => person.name).sort();
  };
  expect(await list()).toEqual([...names].sort());
  expect(await list('王')).toEqual(['王桂兰', '王𬱖'].sort());
  expect(await list('𫖯')).toEqual(['𫖯明']);
});
