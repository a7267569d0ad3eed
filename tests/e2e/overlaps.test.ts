/** What the measure of overlaps finds and what it lets pass, on drawings of its own. */
import { openDrawnScreen, type DrawnScreen } from './drawn-screen';

let screen: DrawnScreen;

beforeAll(async () => {
  screen = await openDrawnScreen();
}, 60_000);

afterAll(() => screen.close());

async function overlaps(content: string): Promise<string[]> {
  const faults = await screen.faultsOf(content);
  return faults.map(({ kind }) => kind).filter((kind) => kind.startsWith('on top of'));
}

const box = 'display:block;width:60px;height:60px;background:#eee';
const line = 'font-size:18px;line-height:24px';
const words = (style: string, text = '厨房水管漏水'): string => `<div style="${line};${style}">${text}</div>`;

test.each([
  ['a text on an icon', `<glyph style="${box}"></glyph>${words('margin-top:-40px')}`],
  ['a text on a picture', `<canvas style="${box}"></canvas>${words('margin-top:-30px')}`],
  ['a tag on a text', `${words('')}<span class="tag" style="${box};margin-top:-20px">急</span>`],
  [
    'a button on a button',
    `<div role="button" style="${box}">去</div><div role="button" style="${box};margin-top:-20px"></div>`,
  ],
])('%s is found', async (_what, content) => {
  expect(await overlaps(content)).toContain('on top of something else');
});

test('a line on a line is found, as before', async () => {
  expect(await overlaps(`${words('')}${words('margin-top:-20px', '阳台的窗户')}`)).toEqual(['on top of each other']);
});

test.each([
  ['a text beside an icon', `<div style="display:flex"><glyph style="${box}"></glyph>${words('')}</div>`],
  ['a text in a button', `<div role="button" style="${box}">去</div>`],
  ['a tag under a text', `${words('')}<span class="tag" style="${box}">急</span>`],
  [
    'a cross laid on the picture that it takes away',
    `<div style="position:relative"><canvas style="${box}"></canvas>` +
      `<div role="button" style="${box};position:absolute;top:0;left:0">去</div></div>`,
  ],
])('%s passes', async (_what, content) => {
  expect(await overlaps(content)).toEqual([]);
});
