import type { ChangeView } from '../../../contracts/person';
import { ago } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import { hatName } from '../../../text/person/hats';

export const nothingChanged = '名字和号码都没变，改一处再交。';
export const askedLine = '交上去了，等社区看过';

const states: Record<ChangeView['state'], string> = { open: '等社区看过', approved: '改好了', refused: '没给改' };

/** `名字改成何桂芳，号码改成 139 **** 0052`; for a new WeChat, the hats that it waits for. */
export function changeTitle({ kind, newName, newPhone, hats }: ChangeView): string {
  if (kind === 'hats') return `新的微信，等人认一认：${hats.map(hatName).join('、')}`;
  const parts = [
    newName === undefined ? '' : `名字改成${newName}`,
    newPhone === undefined ? '' : `号码改成 ${newPhone}`,
  ];
  return parts.filter((part) => part !== '').join('，');
}

export function changeLine({ state, at, decidedBy, reason }: ChangeView, nowMs: number): string {
  return joinParts(states[state], decidedBy, reason, ago(at, nowMs));
}
