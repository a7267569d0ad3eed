/** What is asked before somebody of the branch decides about an activity or a roll. */
import { rightCauses } from '../../../contracts/right-cause';
import { causeNames } from '../../../text/passbook/causes';
import type { SheetContent } from '../../../text/sheet';

/** A roll goes back to be called again. */
export const sendBackSheet: SheetContent = {
  title: '退回去重点',
  line: '点到的人看得到这句话，改好了再请人签',
  choices: [],
  placeholder: '哪里不对，比如谁没来却点了到',
  requiresWords: true,
  submit: '退回去',
};

/** A member cannot come. */
export const leaveSheet: SheetContent = {
  title: '请假',
  line: '为什么来不了，只有支部看得到',
  choices: [],
  placeholder: '比如：那天在医院陪床',
  requiresWords: true,
  submit: '交给支部',
};

/** It does not take place. */
export const callOffSheet: SheetContent = {
  title: '取消这次活动',
  line: '谁的分都不动，该来的人都会收到消息',
  choices: [],
  placeholder: '为什么取消，大家都看得到',
  requiresWords: true,
  submit: '取消这次',
};

/** Nothing stands in somebody's book of an activity; by its title the page knows it again. */
export function missingSheetOf(name: string): SheetContent {
  return {
    title: `${name}这一场没记分`,
    line: '要换一个人签字才算数，签了就补一笔',
    choices: rightCauses.map((value) => ({ value, text: `补记${causeNames[value]}` })),
    placeholder: '为什么要补，比如：来了，漏点了',
    requiresWords: true,
    submit: '提上去，等人签字',
  };
}
