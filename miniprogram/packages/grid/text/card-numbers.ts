import type { CardNumberView } from '../../../contracts/card';
import { monthDay } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import type { SheetContent } from '../../../text/sheet';

export function numberTitle({ kind, gridName, holderName = '' }: CardNumberView): string {
  if (kind === 'office') return '社区办公室';
  if (kind === 'duty') return '社区值班';
  return joinParts(`${gridName} 网格员`, holderName);
}

export function numberLine({ phone, isPostNumber, kind, checkedOn, checkedBy, isDue }: CardNumberView): string {
  if (phone === '') return '没有号码，这个网格的卡印不了';
  const whose = kind === 'worker' ? (isPostNumber ? '岗位的号码' : '本人的号码') : '';
  const checked = checkedOn === undefined ? '还没打过' : `${checkedBy ?? ''} ${monthDay(checkedOn)}打通过`;
  return [whose, checked, isDue ? '该再打一次' : ''].filter((part) => part !== '').join('，');
}

export const numberSheet: SheetContent = {
  title: '岗位的号码',
  line: '换人也不变，印在卡上；不写就用本人的号码',
  choices: [],
  placeholder: '座机带区号，手机 11 位',
  requiresWords: false,
  submit: '改好',
};

export const checkedLine = '记下了，半年后再打一次';
export const changedLine = '改好了，卡要重印的过一会儿会列出来';
