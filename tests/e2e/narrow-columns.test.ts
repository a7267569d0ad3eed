/** What the measure of narrow columns finds and what it lets pass, on drawings of its own. */
import { openDrawnScreen, type DrawnScreen } from './drawn-screen';

let screen: DrawnScreen;

beforeAll(async () => {
  screen = await openDrawnScreen();
}, 60_000);

afterAll(() => screen.close());

async function narrow(content: string): Promise<string[]> {
  const faults = await screen.faultsOf(content);
  return faults.filter(({ kind }) => kind === 'narrow column').map(({ where }) => where);
}

const type = 'font-size:20px;line-height:28px';
const row = (width: number, parts: string, more = ''): string =>
  `<div style="display:flex;gap:10px;width:${width}px;${type};${more}">${parts}</div>`;
const words = (text: string): string => `<div style="flex:1;min-width:0"><div>${text}</div></div>`;
const beside = '<i style="width:60px;height:60px;background:#eee;flex:none"></i>';

test.each([
  ['a text beside a picture', row(150, beside + words('厨房水管漏水了'))],
  ['a text between a picture and a count', row(220, beside + words('厨房水管漏水了') + beside)],
  [
    'a text in a line that can be tapped whole',
    `<div role="button">${row(150, beside + words('厨房水管漏水了'))}</div>`,
  ],
])('%s, of four characters a line, is found', async (_what, content) => {
  expect(await narrow(content)).toEqual(['div “厨房水管漏水了”']);
});

test.each([
  ['that has eight characters a line', row(230, beside + words('厨房水管漏水了，请来看看'))],
  ['that stands on one line', row(150, beside + words('厨房漏水'))],
  ['that has the row for itself', row(80, words('厨房水管漏水了'))],
  [
    'below which the rest stands',
    row(150, words('厨房水管漏水了，请来看看') + beside, 'flex-wrap:wrap;').replace('flex:1;', 'flex:1 1 150px;'),
  ],
  ['on a button', row(150, `${beside}<div class="button" style="flex:1">厨房水管漏水了</div>`)],
])('a text %s passes', async (_what, content) => {
  expect(await narrow(content)).toEqual([]);
});
