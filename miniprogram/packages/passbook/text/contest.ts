import type { SheetContent } from '../../../text/sheet';

/** Asked before an entry of one's own book is contested. */
export const contestSheet: SheetContent = {
  title: '我有异议',
  line: '支部会看，看完回您话，这一行会写明结果',
  choices: [],
  placeholder: '哪儿不对，说清楚好查',
  requiresWords: true,
  submit: '交给支部',
};
