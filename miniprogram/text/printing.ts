/** What is said of a PDF that is made to be printed. */
export const printFailed = '没打开，过一会儿再试';

/** Characters that stand in no font of ours: they are named, and not left blank without a word. */
export function missingGlyphs(missing: readonly string[]): string {
  return `这几个字印不出来，拿笔补上：${missing.join('、')}`;
}
