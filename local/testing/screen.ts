/** Looks at what stands on the phone's screen: sizes of targets and type, what is cut off, what axe-core finds. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

export interface Limits {
  /** Least height and width of whatever can be tapped, px. */
  readonly target: number;
  /** Least size of type that is no caption, px. */
  readonly body: number;
  readonly caption: number;
}

export const normalLimits: Limits = { target: 48, body: 16, caption: 14 };
export const elderLimits: Limits = { target: 60, body: 18, caption: 18 };

/** Runs in the page. Each line names the element and what is wrong with it; none when all is well. */
function faultsOnScreen(limits: Limits): string[] {
  // a caption is a note, or a label: a date, a column's head, a unit
  const captions = '.note, .faint, .tag';
  const longestLabel = 20;
  const screen = document.querySelector('.phone-pages');
  const frame = screen && [...screen.children].reverse().find((child) => child.getClientRects().length > 0);
  if (!frame) return ['no page stands on the screen'];
  const name = (element: Element): string =>
    `<${element.localName} class="${element.className}"> ${(element.textContent ?? '').trim().slice(0, 24)}`;
  const seen = (element: Element): boolean => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const found: string[] = [];

  const roles = ['button', 'radio', 'checkbox', 'tab', 'link', 'switch'].map((role) => `[role=${role}]`);
  const tappable = [...roles, 'button', 'a[href]', 'wx-input', 'wx-textarea', 'wx-switch', 'wx-slider'].join(',');
  for (const target of frame.querySelectorAll(tappable)) {
    const { width, height } = target.getBoundingClientRect();
    if (!seen(target) || width === 0 || (width >= limits.target - 0.5 && height >= limits.target - 0.5)) continue;
    found.push(`target of ${Math.round(width)} × ${Math.round(height)} px: ${name(target)}`);
  }

  const width = document.documentElement.clientWidth;
  const lines: { rect: DOMRect; element: Element }[] = [];
  const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || !(node.textContent ?? '').trim() || !seen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 1 && rect.height > 1);
    if (rects.length === 0) continue;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    const isCaption = element.closest(captions) !== null || (node.textContent ?? '').trim().length <= longestLabel;
    const least = isCaption ? limits.caption : limits.body;
    if (size < least - 0.01) found.push(`type of ${size} px: ${name(element)}`);
    if (rects.some((rect) => rect.left < -0.5 || rect.right > width + 0.5))
      found.push(`beside the screen: ${name(element)}`);
    for (let box: Element | null = element; box && box !== frame; box = box.parentElement) {
      const style = getComputedStyle(box);
      const bounds = box.getBoundingClientRect();
      const across = style.overflowX === 'hidden' || style.overflowX === 'clip';
      const down = style.overflowY === 'hidden' || style.overflowY === 'clip';
      const cut = rects.some(
        (rect) =>
          (across && (rect.left < bounds.left - 1 || rect.right > bounds.right + 1)) ||
          (down && (rect.top < bounds.top - 6 || rect.bottom > bounds.bottom + 6)),
      );
      if (cut) found.push(`cut off: ${name(element)} by ${name(box)}`);
    }
    // what only decorates may be turned, and then its lines' boxes cross
    if (!element.closest('[aria-hidden=true]')) for (const rect of rects) lines.push({ rect, element });
  }

  const floats = (element: Element): boolean => {
    for (let box: Element | null = element; box && box !== frame; box = box.parentElement)
      if (/fixed|sticky/.test(getComputedStyle(box).position)) return true;
    return false;
  };
  const resting = lines.filter(({ element }) => !floats(element));
  for (const [index, one] of resting.entries()) {
    for (const other of resting.slice(index + 1)) {
      const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      if (one.element !== other.element && across > 4 && down > 0.4 * Math.min(one.rect.height, other.rect.height))
        found.push(`on top of each other: ${name(one.element)} and ${name(other.element)}`);
    }
  }

  for (const box of frame.querySelectorAll('.page-view, .page-view *')) {
    const scrolls = /auto|scroll/.test(getComputedStyle(box).overflowX) || box.matches('.page-view');
    if (scrolls && !box.matches('wx-scroll-view, textarea') && box.scrollWidth > box.clientWidth + 1)
      found.push(`scrolls sideways by ${box.scrollWidth - box.clientWidth} px: ${name(box).slice(0, 60)}`);
  }
  return [...new Set(found)];
}

export const screenFaults = (page: Page, limits: Limits): Promise<string[]> => page.evaluate(faultsOnScreen, limits);

interface Axe {
  run(
    root: Document,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

let axeSource: string | undefined;

/** What axe-core finds wrong on the whole screen; no rule is left out. */
export async function axeViolations(page: Page): Promise<string[]> {
  axeSource ??= readFileSync(path.resolve(__dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axeSource);
  const violations = await page.evaluate(
    async () =>
      (await (globalThis as unknown as { axe: Axe }).axe.run(document, { resultTypes: ['violations'] })).violations,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
}

export interface Cost {
  readonly nodes: number;
  readonly depth: number;
  /** setData by the page itself, and the bytes of the largest one, by the page or a component. */
  readonly setDataCalls: number;
  readonly largestSetDataBytes: number;
}

/** The part of the phone's `window.__lianxin` that is read here. */
interface Inspected {
  __lianxin: {
    tree(): { nodes: number; depth: number } | undefined;
    metrics(): Record<string, { pageSetDataCalls: number; largestSetDataBytes: number }>;
    routes(): string[];
    resetMetrics(): void;
  };
}

/** What the page on top has cost since it was opened or `forgetCost`. */
export function costOf(page: Page): Promise<Cost> {
  return page.evaluate(() => {
    const { tree, metrics, routes } = (globalThis as unknown as Inspected).__lianxin;
    const { nodes = 0, depth = 0 } = tree() ?? {};
    const { pageSetDataCalls = 0, largestSetDataBytes = 0 } = metrics()[routes().at(-1) ?? ''] ?? {};
    return { nodes, depth, setDataCalls: pageSetDataCalls, largestSetDataBytes };
  });
}

export const forgetCost = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as unknown as Inspected).__lianxin.resetMetrics());
