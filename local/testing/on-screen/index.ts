/** Runs inside the phone, as `window.__onScreen`: looks at what stands on the screen and tells what is wrong with it. */
import { contrastOf, rulesOf, type Contrast } from './axe';
import { cutOff, cutPlaceholders, shortened } from './cut';
import type { Fault } from './fault';
import { piecesOf, topFrame } from './pieces';
import { overlapping, sidewaysScrolling, wideBars } from './placing';
import { smallTargets, smallType, type Limits } from './sizes';
import { brokenWords, leadingDots } from './words';

export interface OnScreen {
  /** Everything that can be measured without a picture: sizes, what is cut, broken or covered. */
  faults(limits: Limits): Fault[];
  /** What axe-core finds wrong, contrast left out. */
  rules(): Promise<Fault[]>;
  contrast(): Promise<Contrast>;
}

function faults(limits: Limits): Fault[] {
  const frame = topFrame();
  if (!frame) return [{ kind: 'no page', where: 'screen' }];
  const pieces = piecesOf(frame);
  return [
    ...smallTargets(frame, limits),
    ...smallType(pieces, limits),
    ...cutOff(frame, pieces),
    ...shortened(frame),
    ...cutPlaceholders(frame),
    ...brokenWords(pieces),
    ...leadingDots(pieces),
    ...overlapping(frame, pieces),
    ...sidewaysScrolling(frame),
    ...wideBars(frame),
  ];
}

const onScreen: OnScreen = { faults, rules: rulesOf, contrast: contrastOf };
Object.assign(window, { __onScreen: onScreen });
