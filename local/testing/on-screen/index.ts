/**
 * Runs inside the phone, as `window.__onScreen`: looks at what stands on the screen and tells what is wrong with it.
 */
import { boxesOf } from './boxes';
import { contrastOf, rulesOf, type Contrast } from './axe';
import { cutOff, cutPlaceholders, shortened } from './cut';
import type { Fault } from './fault';
import { finishMoving, leaveLook, showWhole, takeLook, type Look } from './look';
import { narrowColumns } from './narrow';
import { piecesOf, topFrame } from './pieces';
import { overlapping, sidewaysScrolling, wideBars } from './placing';
import { smallTargets, smallType, type Limits } from './sizes';
import { brokenWords, leadingDots } from './words';

/** What is measured in a look, under the name that the list of known faults has for it. */
export interface Measurement extends Look {
  readonly name: string;
  readonly limits: Limits;
  /** Whether axe-core judges it, too: not at all, contrast alone, or every rule. */
  readonly axe: 'none' | 'contrast' | 'all';
}

export interface OnScreen {
  /** Everything that can be measured without a picture: sizes, what is cut, broken or covered. */
  faults(limits: Limits): Fault[];
  /** What axe-core finds wrong, contrast left out. */
  rules(): Promise<Fault[]>;
  contrast(): Promise<Contrast>;
  take(look: Look): Promise<void>;
  leave(): void;
  /** Takes one look after the other; the window has to be large enough for the whole page. */
  measure(all: readonly Measurement[]): Promise<{ name: string; faults: Fault[] }[]>;
}

function faults(limits: Limits): Fault[] {
  const frame = topFrame();
  if (!frame) return [{ kind: 'no page', where: 'screen' }];
  const pieces = piecesOf(frame);
  const boxes = boxesOf(frame);
  return [
    ...smallTargets(frame, limits),
    ...smallType(pieces, limits),
    ...cutOff(frame, pieces),
    ...shortened(boxes),
    ...cutPlaceholders(frame),
    ...brokenWords(pieces),
    ...leadingDots(pieces),
    ...narrowColumns(pieces),
    ...overlapping(frame, boxes, pieces),
    ...sidewaysScrolling(boxes),
    ...wideBars(frame, boxes),
  ];
}

async function measureOne({ limits, axe, ...look }: Measurement): Promise<Fault[]> {
  await takeLook(look);
  const found = faults(limits);
  if (axe === 'none') return found;
  const rules = axe === 'all' ? await rulesOf() : [];
  showWhole();
  finishMoving();
  return [...found, ...rules, ...(await contrastOf()).faults];
}

async function measure(all: readonly Measurement[]): Promise<{ name: string; faults: Fault[] }[]> {
  const measured: { name: string; faults: Fault[] }[] = [];
  for (const one of all) measured.push({ name: one.name, faults: await measureOne(one) });
  return measured;
}

const onScreen: OnScreen = {
  ...{ faults, measure, take: takeLook, leave: leaveLook },
  ...{ rules: rulesOf, contrast: contrastOf },
};
Object.assign(window, { __onScreen: onScreen });
