/** What is asked before a secretary rules on an order. */
import { choicesOf, type Choice } from '../../../text/choice';
import type { ActionSheet } from '../../../text/order/sheets';

const rulings = { lifted: '记错了，撤掉', upheld: '没记错，照旧' } as const;

/** Whether what is recorded of somebody who says that they came is taken back. */
export function rulingSheet(name: string, words: string): ActionSheet {
  return {
    action: 'ruleNoShow',
    title: `${name}说自己没失约`,
    line: words,
    choices: choicesOf(['lifted', 'upheld'], rulings),
    placeholder: '为什么这么定，他本人看得到',
    requiresWords: true,
    submit: '定下来',
  };
}

/** Who is taken off it, and why. */
export function removalSheet(helpers: readonly Choice[]): ActionSheet {
  return {
    action: 'removeHelper',
    title: '换人',
    line: '他会收到消息，也看得到为什么；不算他退单',
    choices: helpers,
    placeholder: '为什么换，比如：约了三回都没去成',
    requiresWords: true,
    submit: '换下来，另请人',
  };
}
