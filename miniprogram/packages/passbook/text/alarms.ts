import type { AlarmView, BookFault } from '../../../contracts/passbook';
import { dayTime } from '../../../text/dates';
import { nameApart } from '../../../text/person/name-apart';
import { hatName } from '../../../text/person/hats';
import { unitName } from '../../../text/passbook/points';
import type { SheetContent } from '../../../text/sheet';

export const alarmStates = [
  { value: 'open', text: '还没查清', count: '' },
  { value: 'closed', text: '查清了', count: '' },
] as const;

const faults: Record<BookFault, string> = {
  form: '这一笔的写法认不出来',
  sequence: '少了一笔，或者多了一笔',
  accounts: '这一笔的分从不该动的地方动了',
  balance: '余额和前面几笔加起来的不一样',
  count: '次数和前面几笔数出来的不一样',
  hash: '这一笔写下以后被人动过',
  words: '这一笔的名字或事由被人动过',
  head: '存折封面和最后一笔说的不一样',
  source: '和单子、活动、冲正上记的不一样',
  missing: '单子、活动或冲正上有这一笔，存折上没有',
  annotation: '旁边的批注和异议、冲正对不上',
  shrunk: '比那天封存的时候短了',
  anchor: '和那天的封存不一样',
};

/** `孙建国 · 服务分，第 5 笔`; an anchor has no owner, and a whole book no line. */
export function alarmTitle(view: AlarmView): string {
  const { name, unit, sequence } = view;
  if (unit === undefined) return name === '' ? '每日封存' : name;
  return `${nameApart(view)}\u00a0· ${unitName(unit)}分${sequence > 0 ? `，第 ${sequence} 笔` : ''}`;
}

export function alarmWhy({ why, day }: AlarmView): string {
  return `${faults[why]}（${day} 的底账）。`;
}

export function alarmFound({ foundAt }: AlarmView): string {
  return `${dayTime(foundAt)} 夜里对账查出来的`;
}

/** Who said it, and when: `支部委员侯秀英，11 月 26 日 9:12`. */
export function saidBy({ name, hat, at }: AlarmView['closings'][number]): string {
  return `${hatName(hat)}${name}，${dayTime(at)}`;
}

export const waitsForSecond = '您说过了，再等支部另一位或督查看过';

export function closeName(isLast: boolean): string {
  return isLast ? '查清了，了结' : '查过了，请另一位再看';
}

/** What was found stays listed; closing it says what came of it. */
export function closeSheet(isLast: boolean): SheetContent {
  return {
    title: isLast ? '查清了' : '查过了',
    line: isLast ? '这句话和您的名字留在报警上，报警不删' : '还要支部另一位或督查看过，才算了结',
    choices: [],
    placeholder: '怎么回事，查到了什么，怎么办的',
    requiresWords: true,
    submit: closeName(isLast),
  };
}

export function closedResult({ open }: AlarmView): string {
  return open ? '记下了，等另一位看过' : '了结了，留着备查';
}
