import {
  moveStates,
  tenures,
  type KnownPerson,
  type MoveState,
  type MoveView,
  type Tenure,
} from '../../../contracts/residence';
import { choicesOf, type Choice } from '../../../text/choice';
import { joinParts } from '../../../text/join';
import { dayName } from '../../../text/dates';
import type { SheetContent } from '../../../text/sheet';

const tenureNames: Record<Tenure, string> = { tenant: '租户', owner: '房主一家' };
export const tenureChoices = choicesOf(tenures, tenureNames);

const states: Record<MoveState, string> = {
  asked: '等着看的',
  confirmed: '确认了的',
  refused: '没确认的',
  withdrawn: '收回的',
};
export const stateChoices = choicesOf(moveStates, states);
export const emptyMoves: Record<MoveState, string> = {
  asked: '没有等着看的',
  confirmed: '还没有确认过的',
  refused: '没有没确认的',
  withdrawn: '没有收回的',
};

export const directionChoices = [
  { value: 'in', text: '搬来了' },
  { value: 'out', text: '搬走了' },
] as const;

/** `租户，11 月 20 日搬来`. */
export function moveTitle({ direction, day, tenure }: MoveView): string {
  const when = `${dayName(day)}${direction === 'in' ? '搬来' : '搬走'}`;
  return tenure === undefined ? when : `${tenureNames[tenure]}，${when}`;
}

/** Who registered it, and how it was decided. */
export function moveLine({ askedBy, state, decidedBy = '', reason = '' }: MoveView): string {
  const how: Record<MoveState, string> = {
    asked: '',
    confirmed: `${decidedBy}确认了`,
    refused: `${decidedBy}没确认：${reason}`,
    withdrawn: '自己收回了',
  };
  return joinParts(`${askedBy}登记的`, how[state]);
}

/** Somebody who has the number already. */
export function knownText({ name, placeLabel }: KnownPerson): string {
  return `就是${name}${placeLabel === undefined ? '' : `（${placeLabel}）`}`;
}
/** None of them. */
export const another = { value: 'another', text: '都不是，是另一位' } as const;

export const registeredLine = '登记了，等网格员看过才算';
export const decidedLines = { agreed: '确认了', refused: '没确认，已经告诉登记的人' } as const;
export const withdrawnLine = '收回了，可以重新登记';
export const moveProblems = {
  name: '写上名字',
  tenure: '选一下是租户还是房主一家',
  who: '选一下是哪一位',
} as const;

export const refuseMoveSheet: SheetContent = {
  title: '不确认',
  line: '登记的人看得到这句话',
  choices: [],
  placeholder: '为什么，比如打过电话，还没搬来',
  requiresWords: true,
  submit: '不确认',
};

/** `任福贵说 11 月 20 日来过您家`, to who lives there; to staff where it was. */
export function visitedLine(byName: string, day: string, label: string): string {
  return `${byName}说 ${dayName(day)}去过${label}`;
}
export const visitLines = {
  own: '是您家，您说了算',
  others: '先打个电话问一声，再点',
  agreed: '记下了，走访算数',
  denied: '记下了，走访不算数',
} as const;

/** What is done with several at once. */
export const movesTogether: readonly Choice[] = [{ value: 'agree', text: '一起确认' }];
