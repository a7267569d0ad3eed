import type { MoveView } from '../../../contracts/residence';
import type { WaitingVisitView } from '../../../contracts/visit';
import type { Selectable } from '../../../views/selection';
import type { Choice } from '../../../text/choice';
import { another, knownText, moveLine, moveTitle, visitedLine, visitLines } from '../text/moves';
import { writtenPhone } from '../../../contracts/written-phone';

/** One whose number belongs to others is confirmed by itself. */
export interface MoveRow extends Selectable {
  readonly moveId: string;
  readonly name: string;
  readonly aside: string;
  readonly title: string;
  readonly place: string;
  readonly line: string;
  readonly mayDecide: boolean;
  readonly mayWithdraw: boolean;
  /** Those with the number, and none of them; empty where nobody has to choose. */
  readonly known: readonly Choice[];
}

export function moveRow(view: MoveView): MoveRow {
  const { moveId, name, phone, placeLabel, mayDecide, mayWithdraw, known = [] } = view;
  const choices = known.map((one) => ({ value: one.personId, text: knownText(one) }));
  return {
    selectId: mayDecide && known.length === 0 ? moveId : '',
    selectName: name,
    moveId,
    name,
    aside: writtenPhone(phone),
    title: moveTitle(view),
    place: placeLabel,
    line: moveLine(view),
    mayDecide,
    mayWithdraw,
    known: choices.length > 0 ? [...choices, another] : [],
  };
}

export interface WaitingVisitRow {
  readonly visitId: string;
  readonly title: string;
  readonly note: string;
}

export function waitingVisitRow({ visitId, label, day, byName, own }: WaitingVisitView): WaitingVisitRow {
  return { visitId, title: visitedLine(byName, day, label), note: own ? visitLines.own : visitLines.others };
}
