import { pictureText } from '../../miniprogram/packages/review/text/year-picture';
import { yearPicture, type PictureYear } from '../../miniprogram/packages/review/views/year-picture';

const months = Array.from({ length: 12 }, (_, at) => ({
  month: `2026-${String(at + 1).padStart(2, '0')}`,
  bar: at * 9,
  isMissing: at === 2,
  lines: at === 4 ? ['组织生活 +8 分，3 次'] : [],
}));
const year = {
  title: '李建国 · 2026 年',
  sums: ['组织生活 +38 分，13 次，缺席 1 次', '服务 +25 分，5 次'],
  missing: '3 月没有定下的考评，全年的数里缺这几个月。',
  months,
};
const textsIn = (of: PictureYear) => yearPicture(of).marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));

test('a year is drawn whole: its name, its sums, what is missing, and a bar with its number for each month', () => {
  const { marks, width, height } = yearPicture(year);
  const texts = textsIn(year).map(({ text }) => text);
  for (const said of [year.title, ...year.sums, ...months.map((_, at) => String(at + 1))])
    expect(texts).toContain(said);
  expect(texts.join('')).toContain(year.missing);
  for (const mark of marks) {
    const [right, low] = mark.kind === 'box' ? [mark.x + mark.width, mark.y + mark.height] : [mark.x, mark.y];
    expect(mark.x).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);
    expect(low).toBeLessThanOrEqual(height);
  }
  const bars = marks.filter((mark) => mark.kind === 'box' && mark.colour === '#b9161c').slice(1);
  const heights = bars.map((mark) => (mark.kind === 'box' ? mark.height : 0));
  expect(heights).toEqual([...heights].sort((one, other) => one - other));
  expect(heights).toHaveLength(11);
});

test('a long text is cut into lines that fit, and makes the picture higher', () => {
  const long = { ...year, sums: [year.sums[0]!.repeat(4)] };
  expect(textsIn(long).length).toBeGreaterThan(textsIn({ ...year, sums: [year.sums[0]!] }).length);
  expect(yearPicture(long).height).toBeGreaterThan(yearPicture(year).height - 120);
  for (const { text, size, align } of textsIn(long)) {
    const ems = [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 1 : 0.6), 0);
    if (align === 'left') expect(ems * size).toBeLessThanOrEqual(1_080 - 144);
  }
});

test('whoever does not see it hears the same', () => {
  const said = pictureText(year);
  for (const part of [year.title, ...year.sums, year.missing, '2026 年 5 月：组织生活 +8 分，3 次'])
    expect(said).toContain(part);
});
