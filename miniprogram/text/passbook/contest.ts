import type { AskSheet } from '../order/sheets';

/** Said before a line of one's own book is contested. */
export const contestSheet: AskSheet = {
  title: '我有异议',
  line: '支部会看，看完回您话，这一行会写明结果',
  choices: [],
  ask: '哪儿不对，说清楚好查',
  wordsNeeded: true,
  submit: '交给支部',
};

/** The line stays; whoever contested it reads why. */
export const keepSheet: AskSheet = {
  title: '照旧',
  line: '这一笔不变，这句话本人看得到',
  choices: [],
  ask: '为什么照旧，说给本人听',
  wordsNeeded: true,
  submit: '回话，照旧',
};

/** The second person does not sign. */
export const refuseSheet: AskSheet = { ...keepSheet, title: '不冲', ask: '为什么不冲，说清楚', submit: '不冲，照旧' };

/** Undo takes a reason and a second person. */
export const proposeSheet: AskSheet = {
  title: '提请冲正',
  line: '要换一个人签字才算数，原来那一笔不会改',
  choices: [],
  ask: '为什么要冲，至少说清是哪一回事',
  wordsNeeded: true,
  submit: '提上去，等人签字',
};
