import { belowCursor, cutPage, pageQuery } from '../../../cloudfunctions/core/platform/page';

describe('pages by cursor', () => {
  const all = ['e', 'd', 'c', 'b', 'a'];
  const page = (cursor?: string) => {
    const rest = all.filter((key) => cursor === undefined || key < cursor);
    return cutPage(rest.slice(0, pageQuery(2).limit), 2, (key) => key);
  };

  it('go through everything once and end without a next', () => {
    expect(page()).toEqual({ shown: ['e', 'd'], next: 'd' });
    expect(page('d')).toEqual({ shown: ['c', 'b'], next: 'b' });
    expect(page('b')).toEqual({ shown: ['a'] });
    expect(cutPage([], 2, String)).toEqual({ shown: [] });
  });

  it('ask for one more than they show, below the last that was seen', () => {
    expect(pageQuery(20)).toEqual({ limit: 21 });
    expect(belowCursor(undefined)).toEqual({ gt: '' });
    expect(belowCursor('x')).toEqual({ gt: '', lt: 'x' });
  });
});
