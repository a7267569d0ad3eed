import fc from 'fast-check';
import { readLine, readWords, type WordsProblem } from '../../../../cloudfunctions/core/platform/input/words';

function words(typed: string, maxLength = 100): string {
  const reading = readWords(typed, maxLength);
  return reading.ok ? reading.value : reading.problem;
}

describe('words', () => {
  it('are trimmed, and otherwise stay as they were typed', () => {
    expect(words('  水管漏了　')).toBe('水管漏了');
    expect(words('ＡＢＣ　⼥　①')).toBe('ＡＢＣ　⼥　①');
    expect(words('第一行\n第二行')).toBe('第一行\n第二行');
    expect(words('䶮𠮷‼️')).toBe('䶮𠮷‼️');
  });

  it('have one form of line break, and blanks for tabs', () => {
    expect(words('一\r\n二\r三\u2028四\u0085五')).toBe('一\n二\n三\n四\n五');
    expect(words('甲\t乙')).toBe('甲 乙');
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \t\u00a0　\n'],
    ['zero-width spaces', '\u200b\u200b'],
    ['joiners', '\u200d\u200c'],
    ['a byte order mark', '\ufeff'],
    ['marks of direction', '\u200e\u200f'],
    ['word joiners and soft hyphens', '\u2060\u00ad'],
    ['a variation selector', '\ufe0f'],
    ['an accent on nothing', '\u0301'],
    ['empty braille', '\u2800'],
    ['the place of a picture', '\ufffc'],
    ['all of them', ' \u200b\u2800\ufeff\u200d\n'],
  ])('are empty where there is nothing to be seen: %s', (_, typed) => {
    expect(words(typed)).toBe('empty');
  });

  it('lose what came along unseen', () => {
    expect(words('水\u200b管\ufeff漏\u2060了\u00ad\u200e')).toBe('水管漏了');
    expect(words('水\u200d管\u200c漏')).toBe('水管漏');
  });

  it('keep what holds an emoji or a script together', () => {
    // Wide lines: an emoji of many code points is drawn as one.
    for (const text of ['👨‍👩‍👧‍👦', '👩🏽‍🚒来过', '❤️‍🔥', '🏳️‍🌈', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', 'می‌خواهم', '葛󠄀城']) expect(words(text)).toBe(text);
  });

  it.each<[string, string, WordsProblem]>([
    ['an override', '付款\u202e001元', 'direction'],
    ['an embedding', 'a\u202bb\u202c', 'direction'],
    ['an isolate', '\u2067abc\u2069', 'direction'],
    ['half a character', '水\ud800管', 'surrogate'],
    ['the other half', '\udc00', 'surrogate'],
    ['halves in the wrong order', '\udc00\ud800', 'surrogate'],
    ['a null', 'a\u0000b', 'control'],
    ['a bell', 'a\u0007', 'control'],
    ['an escape', '\u001b[31mred', 'control'],
    ['a C1 control', 'a\u009bb', 'control'],
    ['an invisible operator', 'a\u2063b', 'control'],
    ['a Hangul filler', 'a\u3164b', 'control'],
    ['hidden letters', 'a\u{e0061}\u{e0062}', 'control'],
    ['hidden letters behind a flag', '🏴\u{e0061}b', 'control'],
    ['an annotation', 'a\ufff9b', 'control'],
    ['no character', 'a\uffff', 'control'],
  ])('are refused with %s', (_, typed, problem) => {
    expect(words(typed)).toBe(problem);
  });

  it('have room for as many characters as the field, counted after trimming', () => {
    expect(words(' 一二三\u200b ', 3)).toBe('一二三');
    expect(words('一二三四', 3)).toBe('long');
    expect(words('👍👍', 4)).toBe('👍👍');
  });

  it('may be asked for in one line', () => {
    expect(readLine('一\n', 5)).toEqual({ ok: true, value: '一' });
    expect(readLine('一\n二', 5)).toEqual({ ok: false, problem: 'lines' });
    expect(readLine('\n', 5)).toEqual({ ok: false, problem: 'empty' });
  });

  it('that were read hold nothing hidden, and read as the same again', () => {
    const nasty = fc.constantFrom(
      '\u200b',
      '\u200d',
      '\u200c',
      '\u202e',
      '\ufeff',
      '\u0007',
      '\ud800',
      '\u2028',
      '\t',
      '👩',
      '🏽',
      '\ufe0f',
      'م',
      '水',
      ' ',
      '\n',
      '\u{e0061}',
      '🏴',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: nasty })), (typed) => {
        const reading = readWords(typed, 1_000);
        if (!reading.ok) return;
        expect(reading.value).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/u,
        );
        expect(reading.value).toBe(reading.value.trim());
        expect(readWords(reading.value, 1_000)).toEqual(reading);
      }),
      { numRuns: 1_000 },
    );
  });
});
