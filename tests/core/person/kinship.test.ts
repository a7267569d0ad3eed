import { householdOf, isSameNumber, kinshipOf, tracesOf } from '../../../cloudfunctions/core/person/kinship';
import type { PlaceRef } from '../../../cloudfunctions/core/place/place';

const place = (placeId: string, courtyardId?: string): PlaceRef => ({
  placeId,
  path: `c/g/${placeId}`,
  label: '',
  gridId: 'g',
  gridName: '',
  ...(courtyardId !== undefined && { courtyardId }),
});
const somebody = (personId: string, phone: string, home?: PlaceRef) =>
  tracesOf(personId, { phone, ...(home && { home }) }, { phones: [] });

describe('one telephone', () => {
  it.each([
    ['13800001234', '138 0000 1234'],
    ['13800001234', '+86 138-0000-1234'],
    ['13800001234', '１３８００００１２３４'],
    ['13800001234', '0086(138)00001234'],
    ['0351-6041234', '6041234'],
    ['0351 6041234', '03516041234转8001'],
  ])('%s is %s', (one, other) => {
    expect([isSameNumber(one, other), isSameNumber(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['13800001234', '13800001235'],
    ['13800001234', '0001234'],
    ['', ''],
    ['', '13800001234'],
    ['03516041234', '03526041234'],
  ])('%s is not %s', (one, other) => {
    expect([isSameNumber(one, other), isSameNumber(other, one)]).toEqual([false, false]);
  });
});

describe('two people', () => {
  it('are one by their id, their number or their household, the closest first', () => {
    const one = somebody('a', '13800001234', place('h1', 'c1'));
    expect(kinshipOf(one, somebody('a', '13800009999'))).toBe('samePerson');
    expect(kinshipOf(one, somebody('b', '+8613800001234', place('h1', 'c1')))).toBe('sameNumber');
    expect(kinshipOf(one, somebody('b', '13800009999', place('h1', 'c1')))).toBe('sameHousehold');
    expect(kinshipOf(one, somebody('b', '13800009999', place('h2', 'c1')))).toBeNull();
    expect(kinshipOf(one, tracesOf('b', undefined, { phones: ['138 0000 1234'] }))).toBe('sameNumber');
    expect(kinshipOf(one, tracesOf('b', undefined, { phones: [], places: [place('h1', 'c1')] }))).toBe('sameHousehold');
  });

  it('are no household for living in one courtyard, lane or grid', () => {
    expect([householdOf(place('c1', 'c1')), householdOf(place('l1')), householdOf(place('h1', 'c1'))]).toEqual([
      undefined,
      undefined,
      'h1',
    ]);
    expect(kinshipOf(somebody('a', '1', place('c1', 'c1')), somebody('b', '2', place('c1', 'c1')))).toBeNull();
  });
});
