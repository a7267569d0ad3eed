/**
 * WeChat's audit (体验评分) of a page that somebody opened: its rules by their numbers in their published order, each
 * that a drawn page answers, by counts alone. Rules that sources answer are in tests/miniprogram/audit-rules.
 */
import type { Page } from 'playwright-core';
import type { Cost } from './cost';

/** One answer of a function, as `/local/trace` tells of it. */
export interface Answered {
  readonly bytes: number;
  readonly reads: number;
  readonly writes: number;
  readonly event?: string;
  readonly error?: string;
}

/** A picture as large as it came and as it is shown, in px. */
export interface ShownPicture {
  readonly source: string;
  readonly pixels: number;
  readonly shownPixels: number;
  /** In sight before anybody scrolls. */
  readonly isInSight: boolean;
}

export interface Opened {
  readonly cost: Cost;
  readonly answers: readonly Answered[];
  readonly pictures: readonly ShownPicture[];
  /** Requests that were answered by 400 or above, or not at all. */
  readonly failed: readonly string[];
  /** What the page logged as an error. */
  readonly errors: readonly string[];
  /** Kinds of what was found wrong in every window, mode and type size. */
  readonly faults: readonly string[];
}

/** The finest screens have three dots a px each way; WeChat allows as many as are shown. */
const dotsPerPx = 9;
/**
 * A photograph is stored in one size, shown small in a strip and whole at a touch: there WeChat's rule is missed, and
 * this bounds by how much (miniprogram/services/platform/files.ts makes none larger).
 */
const photoPixels = 1_600 * 1_600;
const isPhoto = (source: string): boolean => source.includes('/storage/');
const most = {
  nodes: 400,
  depth: 15,
  setDataCalls: 2,
  setDataBytes: 16 * 1024,
  calls: 3,
  replyBytes: 64 * 1024,
  /** Of one call that opens a page: what makes it answer in a second. */
  operations: 12,
  pictures: 6,
} as const;

const above = (name: string, count: number, bound: number): string[] =>
  count > bound ? [`${name}: ${count}, at most ${bound}`] : [];
const kinds = (faults: readonly string[], pattern: RegExp): string[] => faults.filter((fault) => pattern.test(fault));

/** By the rule's number: what speaks against the page; nothing where it passes. */
export const drawnRules: Readonly<Record<number, (opened: Opened) => readonly string[]>> = {
  2: ({ answers }) => above('calls before the page is whole', answers.length, most.calls),
  3: ({ cost }) => above('elements to render', cost.nodes, most.nodes),
  4: ({ cost, answers }) => above('setData', cost.setDataCalls, Math.max(most.setDataCalls, answers.length)),
  5: ({ cost }) => above('bytes of one setData', cost.largestSetDataBytes, most.setDataBytes),
  6: ({ cost }) => [...above('nodes', cost.nodes, most.nodes), ...above('depth', cost.depth, most.depth)],
  7: ({ answers }) =>
    answers.flatMap(({ event = '', reads, writes }) =>
      above(`operations of ${event}`, reads + writes, most.operations),
    ),
  8: ({ answers }) => above('requests at a time', answers.length, most.calls),
  9: ({ pictures }) => above('pictures at a time', pictures.filter(({ isInSight }) => isInSight).length, most.pictures),
  11: ({ pictures }) =>
    pictures
      .filter(({ source, pixels, shownPixels }) => pixels > (isPhoto(source) ? photoPixels : shownPixels * dotsPerPx))
      .map(({ source, pixels, shownPixels }) => `${source}: ${pixels} px shown on ${shownPixels}`),
  12: ({ answers }) => answers.flatMap(({ event = '', bytes }) => above(`bytes of ${event}`, bytes, most.replyBytes)),
  16: ({ faults }) => kinds(faults, /^target too small/),
  18: ({ faults }) => kinds(faults, /^(cut off|beside the screen|scrolls sideways|bars cover)/),
  19: ({ faults }) => kinds(faults, /contrast/),
  20: ({ errors }) => errors,
  21: ({ answers, failed }) => [
    ...failed,
    ...answers.flatMap(({ event = '', error }) => (error === undefined ? [] : [`${event}: ${error}`])),
  ],
};

/** What the rules say against the page, each with its number. */
export function auditOf(opened: Opened): string[] {
  return Object.entries(drawnRules).flatMap(([rule, check]) => check(opened).map((told) => `rule ${rule}: ${told}`));
}

/** The pictures that the page on top has drawn; those of a map are WeChat's own. */
export function picturesOf(page: Page): Promise<ShownPicture[]> {
  return page.evaluate(() => {
    const frames = [...document.querySelectorAll('.page-frame')].filter((frame) => frame.checkVisibility());
    const found = [...(frames.at(-1)?.querySelectorAll('img') ?? [])].filter((image) => image.checkVisibility());
    return found
      .filter((image) => image.naturalWidth > 0 && !image.closest('wx-map'))
      .map((image) => {
        const { width, height, top } = image.getBoundingClientRect();
        return {
          source: image.currentSrc.slice(0, 80),
          pixels: image.naturalWidth * image.naturalHeight,
          shownPixels: Math.round(width * height),
          isInSight: top < innerHeight,
        };
      });
  });
}
