import type { ChangeView, SessionView } from '../../../contracts/person';
import { ago, dayTime } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import type { SheetContent } from '../../../text/sheet';
import { hatName } from '../../../text/person/hats';

export const nothingChanged = '名字和号码都没变，改一处再交。';
/** Of what somebody of the grid wrote down for them; '' where they did it themselves. */
export function aloneHeardLine(alone: boolean, heard: SessionView['aloneHeard']): string {
  if (heard === undefined) return '';
  const said = alone ? '听您说的，替您记下了。不对就在这儿收回' : '听您说不用记了';
  return `${dayTime(heard.at)} ${heard.byName}${said}。`;
}

export const aloneLine = (alone: boolean): string => (alone ? '记下了，会多来看看您' : '收回了');
export const rolesLine = '记下了';
export const askedLine = '交上去了，等社区看过';

const states: Record<ChangeView['state'], string> = { open: '等社区看过', approved: '改好了', refused: '没给改' };
const erasureStates: typeof states = { open: '等支部看过', approved: '抹掉了', refused: '没给抹' };

export const erasureSheet: SheetContent = {
  title: '抹掉存折里我的名字和话',
  line: '支部看过才抹。抹了找不回来；分和笔数不动，还查得清。',
  choices: [],
  placeholder: '为什么要抹，写一句',
  requiresWords: true,
  submit: '交给支部看',
};
export const erasureAskedLine = '交上去了，等支部看过';

/** `名字改成何桂芳，号码改成 139 **** 0052`; for a new WeChat, the hats that it waits for. */
export function changeTitle({ kind, newName, newPhone, hats }: ChangeView): string {
  if (kind === 'erasure') return '抹掉存折里我的名字和话';
  if (kind === 'hats') return `新的微信，等人认一认：${hats.map(hatName).join('、')}`;
  const parts = [
    newName === undefined ? '' : `名字改成${newName}`,
    newPhone === undefined ? '' : `号码改成 ${newPhone}`,
  ];
  return parts.filter((part) => part !== '').join('，');
}

export function changeLine({ kind, state, at, decidedBy, reason }: ChangeView, nowMs: number): string {
  return joinParts((kind === 'erasure' ? erasureStates : states)[state], decidedBy, reason, ago(at, nowMs));
}
