import { namedByKey } from '../../../cloudfunctions/core/person/read-apart';
import { marksOf, namesakesOf, tellApart, tellPeopleApart } from '../../../cloudfunctions/core/person/rules/namesakes';

const named = (personId: string, name: string) => ({ personId, name });

describe('people of one name', () => {
  it('are those whose name another person has; somebody who stands there twice is one', () => {
    const rows = [named('a', '陆月华'), named('b', '陆月华'), named('c', '何平'), named('c', '何平')];
    expect([...namesakesOf(rows)].sort()).toEqual(['a', 'b']);
    expect(namesakesOf([named('a', ''), named('b', '')]).size).toBe(0);
  });

  it('have the end of their number beside them, or their grid, and nobody else has', () => {
    const rows = [
      { ...named('a', '陆月华'), phoneEnd: '5521', gridName: '红色网格' },
      { ...named('b', '陆月华'), phoneEnd: '0119' },
      { ...named('c', '何平'), phoneEnd: '7777', gridName: '红色网格' },
    ];
    const shown = (by: 'phoneEnd' | 'gridName') => ['a', 'b', 'c', 'nobody'].map(tellApart(rows, by));
    expect(shown('phoneEnd')).toEqual([{ phoneEnd: '5521' }, { phoneEnd: '0119' }, {}, {}]);
    expect(shown('gridName')).toEqual([{ gridName: '红色网格' }, {}, {}, {}]);
  });

  it('the grid that they serve goes before the one that they live in; without a number there is no end of one', () => {
    expect(marksOf({ phone: '', home: { gridName: '黄色网格' } })).toEqual({ gridName: '黄色网格' });
    const served = { phone: '16400005521', home: { gridName: '黄色网格' }, serves: { gridName: '红色网格' } };
    expect(marksOf(served)).toEqual({ phoneEnd: '5521', gridName: '红色网格' });
    const people = ['a', 'b'].map((_id) => ({ _id, name: '陆月华', phone: `1640000552${_id === 'a' ? 1 : 2}` }));
    expect(['a', 'b'].map(tellPeopleApart(people, 'phoneEnd'))).toEqual([{ phoneEnd: '5521' }, { phoneEnd: '5522' }]);
  });

  it('who stood last on the page before is known by its cursor', () => {
    expect(namedByKey('陆月华:p:1')).toEqual([named('p:1', '陆月华')]);
    expect([namedByKey(undefined), namedByKey('无')]).toEqual([[], []]);
  });
});
