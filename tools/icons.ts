/**
 * Draws every icon from its outline here: the tab bar's pictures (PNG only, 81 × 81, normal and selected), and the
 * masks of `components/layout/glyph`. Nothing is fetched from anywhere. Run it after an outline changed:
 * `node --import tsx tools/icons.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '@lianxin/local-phone/testing';
import { oneColourPng } from './one-colour-png';

const tabs = {
  home: '<path d="M4 11l8-7 8 7v9H4z"/><path d="M10 20v-6h4v6"/>',
  orders: '<rect x="5" y="3.5" width="14" height="17" rx="2"/><path d="M9 8h6M9 12h6M9 16h4"/>',
  passbook: '<path d="M5 4h12a2 2 0 012 2v14H7a2 2 0 01-2-2z"/><path d="M5 17a2 2 0 012-2h12M9 8h6"/>',
  me: '<circle cx="12" cy="8" r="4"/><path d="M4 21c1-5 4-7 8-7s7 2 8 7"/>',
} as const;

const star = 'M12 4l2.5 5.2 5.7.8-4.1 4 1 5.7L12 17l-5.1 2.7 1-5.7-4.1-4 5.7-.8z';
// Wide lines: an outline is one path.
const shapes: Readonly<Record<string, string>> = {
  home: tabs.home,
  orders: tabs.orders,
  passbook: tabs.passbook,
  phone: '<path d="M6 3h3l2 5-2.5 1.8a12 12 0 005.7 5.7L16 13l5 2v3a3 3 0 01-3 3C10 21 3 14 3 6a3 3 0 013-3z"/>',
  pencil: '<path d="M4 20l1-4L16 5l3 3L8 19z"/>',
  list: '<path d="M5 6h14M5 12h14M5 18h9"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
  check: '<path d="M5 12.5l4.5 4.5L19 7"/>',
  camera: '<path d="M4 8h4l1.5-2h5L16 8h4v11H4z"/><circle cx="12" cy="13" r="3.4"/>',
  close: '<path d="M6 6l12 12M18 6L6 18"/>',
  warning: '<path d="M12 3l9.5 17h-19z"/><path d="M12 10v4M12 17v.2"/>',
  swap: '<path d="M7 4L3 8l4 4M3 8h14M17 20l4-4-4-4M21 16H7"/>',
  star: `<path d="${star}"/>`,
  'star-full': `<path fill="#000" d="${star}"/>`,
  heart: '<path d="M12 20S4 15 4 9a4 4 0 018-1 4 4 0 018 1c0 6-8 11-8 11z"/>',
  sun: '<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6l1.4 1.4M17 17l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4"/>',
  next: '<path d="M9 5l7 7-7 7"/>',
  bell: '<path d="M6 17V11a6 6 0 0112 0v6l2 2H4zM10 21h4"/>',
  people:
    '<circle cx="9" cy="8" r="3.4"/><path d="M2.5 20c.8-4.200 3-6 6.500-6s5.700 1.800 6.500 6M15.500 5a3.400 3.400 0 010 6.200M17.500 14.500c2.200.8 3.500 2.600 4 5.500"/>',
  calendar: '<rect x="4" y="5.5" width="16" height="15" rx="2"/><path d="M4 10h16M8.500 3.500v4M15.500 3.500v4"/>',
  code: '<rect x="4" y="4" width="6" height="6" rx="1"/><rect x="14" y="4" width="6" height="6" rx="1"/><rect x="4" y="14" width="6" height="6" rx="1"/><path d="M14 14h2v2M20 14v6h-6"/>',
  mark: '<rect x="3" y="6" width="11" height="11" rx="3"/><rect x="10" y="8" width="11" height="11" rx="3"/>',
};

const sizePixels = 81;
const root = path.resolve(__dirname, '../miniprogram');
const lines = 'fill="none" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"';

const drawing = (outline: string, attributes: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" ${lines} ${attributes}>${outline}</svg>`;

/** Only where it draws counts, so that its colour may be the shortest. */
function mask(name: string, outline: string): string {
  const encoded = encodeURIComponent(drawing(outline, 'stroke="red"'))
    .replaceAll('%20', ' ')
    .replaceAll('%3D', '=')
    .replaceAll('%2F', '/')
    .replaceAll('%3A', ':')
    .replaceAll("'", '%27')
    .replaceAll('%22', "'");
  return `.icon-${name} {\n  --shape: url("data:image/svg+xml,${encoded}");\n}\n`;
}

function writeMasks(): void {
  const head = '/* Written by tools/icons.ts. */\n';
  writeFileSync(
    path.join(root, 'components/layout/glyph/shapes.wxss'),
    head +
      Object.entries(shapes)
        .map(([name, outline]) => mask(name, outline))
        .join('\n'),
  );
}

async function drawTabs(): Promise<void> {
  const folder = path.join(root, 'images/tab');
  mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: sizePixels, height: sizePixels } });
  for (const [name, outline] of Object.entries(tabs)) {
    for (const [suffix, colour] of [
      ['', '#665d52'],
      ['-on', '#b9161c'],
    ] as const) {
      const size = `width="${sizePixels}" height="${sizePixels}"`;
      const icon = drawing(outline, `${size} stroke="${colour}" style="display:block"`);
      await page.setContent(`<body style="margin:0">${icon}`);
      const picture = await page.screenshot({ omitBackground: true });
      writeFileSync(path.join(folder, `${name}${suffix}.png`), oneColourPng(picture, colour));
    }
  }
  await browser.close();
}

writeMasks();
void drawTabs();
