import { callOf, isOnDuty } from '../../../cloudfunctions/core/place/duty';
import { communities } from '../../support/community';

const community = communities[0]!;
const at = (text: string) => new Date(`2026-11-${text}+08:00`);

describe('S4-02 whom the large button calls', () => {
  it.each([
    ['23T08:29:59', false],
    ['23T08:30:00', true],
    ['23T17:59:59', true],
    ['23T18:00:00', false],
    ['27T10:00:00', true],
    ['28T10:00:00', false],
    ['29T10:00:00', false],
  ])('office hours at November %s: %s', (moment, expected) => {
    expect(isOnDuty(community.office.hours, at(moment))).toBe(expected);
  });

  it('is the grid worker on duty', () => {
    expect(callOf(community, 'qinghe_g1', at('23T10:00:00')).call).toEqual({
      name: '赵慧敏',
      phone: '16400000009',
      to: 'worker',
    });
  });

  it('is the duty phone outside hours, where the worker is still named', () => {
    expect(callOf(community, 'qinghe_g1', at('28T10:00:00'))).toEqual({
      onDuty: false,
      worker: { name: '赵慧敏', phone: '16400000009' },
      call: { name: '值班室', phone: '0351-0000002', to: 'duty' },
    });
  });

  it('is never a dead number: a vacant post rings the duty phone', () => {
    const vacant = { ...community, grids: [{ gridId: 'qinghe_g1', name: '红色网格', path: 'qinghe/qinghe_g1' }] };
    expect(callOf(vacant, 'qinghe_g1', at('23T10:00:00'))).toEqual({
      onDuty: true,
      call: { name: '值班室', phone: '0351-0000002', to: 'duty' },
    });
    expect(callOf(community, 'gone', at('23T10:00:00')).call.to).toBe('duty');
  });

  it('S1-08 is whoever holds the post now', () => {
    const changed = {
      ...community,
      grids: [{ ...community.grids[0]!, worker: { personId: 'p_new', name: '新人', phone: '16400000077' } }],
    };
    expect(callOf(changed, 'qinghe_g1', at('23T10:00:00')).call.name).toBe('新人');
  });
});
