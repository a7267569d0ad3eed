import { PlaceBook, type BookedPlace } from '../../../cloudfunctions/core/import/records/place-book';
import { planPlace } from '../../../cloudfunctions/core/import/records/plan-place';
import { places } from '../../support/community/places';

const booked = places
  .filter(({ communityId }) => communityId === 'qinghe')
  .map(({ _id: placeId, kind, name, label, parentId, path, colour }): BookedPlace => {
    const own = { placeId, kind, name, label, parentId, isNew: false, path: path.split('/').slice(1) };
    return colour ? { ...own, colour } : own;
  });
const stepsOf = (names: object) => {
  const planned = planPlace({ type: 'place', phones: [], ...names }, new PlaceBook(booked), 'qinghe');
  return planned.ok ? planned.steps.map(({ placeId, isNew }) => (isNew ? 'new' : placeId)) : planned.code;
};

test.each([
  [{ grid: '红色网格' }, ['qinghe_g1']],
  [{ grid: '红色' }, ['qinghe_g1']],
  [{ lane: '石榴巷', courtyard: '7号院' }, ['qinghe_g1_s1_l1', 'qinghe_g1_c1']],
  [{ courtyard: '石榴巷7号院', door: '东屋' }, ['qinghe_g1_c1', 'qinghe_g1_h1']],
  [{ lane: '石榴巷', courtyard: '7号院', door: '北屋' }, ['qinghe_g1_s1_l1', 'qinghe_g1_c1', 'new']],
  [{ grid: '红色网格', courtyard: '石榴巷7号院' }, ['qinghe_g1', 'qinghe_g1_c1']],
  [{ grid: '黄色网格', lane: '石榴巷' }, ['new', 'new']],
  [{ lane: '没有的巷' }, 'placeMissing'],
  [{ door: '东屋' }, 'placeMissing'],
  [{ address: '哪里' }, 'placeMissing'],
])('%j', (names, steps) => expect(stepsOf(names)).toEqual(steps));
