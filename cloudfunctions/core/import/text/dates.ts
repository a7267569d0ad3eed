/** The signs of a written date. */
export const datePattern = { year: '年', month: '月', day: '[日号]', span: /(?:至|到|~|～|—)/ } as const;

const digits = '〇一二三四五六七八九';

function valueOf(digit: string): number {
  return digits.indexOf(digit.replace(/[○零]/, '〇'));
}

/** 二〇二四年十二月三十一日 as 2024年12月31日. */
export function arabicDigits(text: string): string {
  return text
    .replace(/([一二三]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
      String((tens === '' ? 1 : valueOf(tens)) * 10 + (ones === '' ? 0 : valueOf(ones))),
    )
    .replace(/[〇○零一二三四五六七八九]/g, (digit) => String(valueOf(digit)));
}
