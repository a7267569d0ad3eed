import type { PlaceRef } from '../../../cloudfunctions/core/place/place';
import { courtyardLabelOf } from '../../../cloudfunctions/core/place/rules/courtyard-label';
import { placeRef } from '../../../cloudfunctions/core/place/view';

const household = {
  _id: 'h3',
  communityId: 'cqt',
  kind: 'household',
  name: '3 户',
  label: '柳巷 12 号院 3 户',
  path: 'cqt/g1/l1/c12/h3',
  grid: { gridId: 'g1', name: '蓝色网格' },
} as const;
const { courtyardLabel, ...older } = placeRef(household as unknown as Parameters<typeof placeRef>[0]);

test('a household carries its courtyard, which is read in its place', () => {
  expect(courtyardLabel).toBe('柳巷 12 号院');
  expect(courtyardLabelOf({ ...older, courtyardLabel: '柳巷 12 号院' })).toBe('柳巷 12 号院');
});

test.each([
  ['柳巷 12 号院 3 户', '柳巷 12 号院'],
  ['石榴巷 7 号院 东屋', '石榴巷 7 号院'],
  ['长风小区 3 号楼 2 单元 301', '长风小区'],
  ['东头老李家', '蓝色网格'],
])('of an older copy, %s is read as %s', (label, read) => {
  expect(courtyardLabelOf({ ...older, label } satisfies PlaceRef)).toBe(read);
});

test('a courtyard and what lies above it are read as they are', () => {
  expect(courtyardLabelOf({ ...older, placeId: 'c12', courtyardId: 'c12', label: '柳巷 12 号院' })).toBe(
    '柳巷 12 号院',
  );
  const { courtyardId, ...lane } = older;
  expect(courtyardId).toBe('c12');
  expect(courtyardLabelOf({ ...lane, label: '柳巷' })).toBe('柳巷');
});
