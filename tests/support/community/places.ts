import type { Place } from '../../../cloudfunctions/core/place/place';

export const places: readonly Place[] = [
  place('qinghe_g1', 'grid', 'qinghe', { name: '红色网格', colour: 'red' }),
  place('qinghe_g2', 'grid', 'qinghe', { name: '蓝色网格', colour: 'blue', position: 1 }),
  place('qinghe_g1_s1', 'section', 'qinghe/qinghe_g1', { name: '东片区', children: 1 }),
  place('qinghe_g1_s1_l1', 'lane', 'qinghe/qinghe_g1/qinghe_g1_s1', { name: '石榴巷', children: 2 }),
  place('qinghe_g1_c1', 'courtyard', 'qinghe/qinghe_g1/qinghe_g1_s1/qinghe_g1_s1_l1', {
    name: '石榴巷 7 号院',
    children: 2,
  }),
  place('qinghe_g1_c2', 'courtyard', 'qinghe/qinghe_g1/qinghe_g1_s1/qinghe_g1_s1_l1', {
    name: '石榴巷 9 号院',
    position: 1,
  }),
  place('qinghe_g1_h1', 'household', 'qinghe/qinghe_g1/qinghe_g1_s1/qinghe_g1_s1_l1/qinghe_g1_c1', {
    name: '石榴巷 7 号院 东屋',
  }),
  place('qinghe_g1_h2', 'household', 'qinghe/qinghe_g1/qinghe_g1_s1/qinghe_g1_s1_l1/qinghe_g1_c1', {
    name: '石榴巷 7 号院 西屋',
    position: 1,
  }),
  place('qinghe_g2_c1', 'courtyard', 'qinghe/qinghe_g2', { name: '建设路 3 号楼' }),
  place('liuyuan_g1', 'grid', 'liuyuan', { name: '第一网格' }),
  place('liuyuan_c1', 'courtyard', 'liuyuan/liuyuan_g1', { name: '柳园 1 号楼' }),
];

function place(id: string, kind: Place['kind'], above: string, named: Partial<Place> & { name: string }): Place {
  const steps = above.split('/');
  const grid = steps[1] === undefined ? undefined : gridOf(steps[1]);
  return {
    _id: id,
    communityId: steps[0]!,
    kind,
    parentId: steps.at(-1)!,
    path: `${above}/${id}`,
    position: 0,
    children: 0,
    label: named.name,
    ...(grid && { grid }),
    ...(steps.length > 2 && { sectionName: '东片区' }),
    ...named,
  };
}

function gridOf(gridId: string): NonNullable<Place['grid']> {
  if (gridId === 'qinghe_g1') return { gridId, name: '红色网格', colour: 'red' };
  return gridId === 'qinghe_g2' ? { gridId, name: '蓝色网格', colour: 'blue' } : { gridId, name: '第一网格' };
}

export function placeNamed(id: string): Place {
  const found = places.find(({ _id }) => _id === id);
  if (!found) throw new Error(`No place ${id}`);
  return found;
}
