import fc from 'fast-check';
import { readName } from '../../../../cloudfunctions/core/platform/input/name';

function name(typed: string): string {
  const reading = readName(typed, 20);
  return reading.ok ? reading.value : reading.problem;
}

describe('a name', () => {
  it('has characters for radicals, so that it can be found again', () => {
    expect(name('⼥')).toBe('女');
    expect(name('⾼⽂')).toBe('高文');
    expect([...'⻢⻰⻩⻋⻓⻔⻛⻥⻬⻘⺠⻄⻅⻉⻙⻚⻜⻦⻨⻮⻑'].map(name).join('')).toBe(
      '马龙黄车长门风鱼齐青民西见贝韦页飞鸟麦齿長',
    );
    expect(name('\uf9d1')).toBe('六');
  });

  it.each([
    '买买提·艾力',
    '买买提•艾力',
    '买买提・艾力',
    '买买提‧艾力',
    '买买提･艾力',
    '买买提 · 艾力',
    '买买提.艾力',
    '买买提．艾力',
    '买买提∙艾力',
    '买买提⋅艾力',
  ])('%s has one dot', (typed) => {
    expect(name(typed)).toBe('买买提·艾力');
  });

  it('has no blanks within a Chinese one, and single ones within others', () => {
    expect(name(' 张　三 ')).toBe('张三');
    expect(name('王 小 明')).toBe('王小明');
    expect(name('Anna  Maria')).toBe('Anna Maria');
    expect(name('Ａｎｎａ')).toBe('Anna');
    expect(name('J. Smith')).toBe('J. Smith');
  });

  it('keeps rare characters', () => {
    for (const rare of ['䶮', '𠮷', '葛󠄀']) expect(name(rare)).toBe(rare);
  });

  it('is words in one line', () => {
    expect(name('\u200b')).toBe('empty');
    expect(name('张\n三')).toBe('lines');
    expect(name('张\u202e三')).toBe('direction');
    expect(name('张\ud800')).toBe('surrogate');
    expect(name('张'.repeat(21))).toBe('long');
  });

  it('reads as the same again', () => {
    const unit = fc.constantFrom('张', '⼥', '⻢', ' ', '　', '.', '·', '•', 'A', 'é', 'e\u0301', '\u200b', '㈱', '(');
    fc.assert(
      fc.property(fc.string({ unit }), (typed) => {
        const reading = readName(typed, 200);
        if (reading.ok) expect(readName(reading.value, 200)).toEqual(reading);
      }),
      { numRuns: 2_000 },
    );
  });
});
