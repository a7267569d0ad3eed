/** What is asked before somebody of the branch decides about an entry. */
import type { EntryCause } from '../../../contracts/passbook';
import { rightsOf } from '../../../contracts/right-cause';
import { causeNames } from '../../../text/passbook/causes';
import type { SheetContent } from '../../../text/sheet';

/** The entry stays; whoever contested it reads why. */
export const upholdSheet: SheetContent = {
  title: '照旧',
  line: '这一笔不变，这句话本人看得到',
  choices: [],
  placeholder: '为什么照旧，说给本人听',
  requiresWords: true,
  submit: '回话，照旧',
};

/** The second person does not sign. */
export const refuseSheet: SheetContent = {
  ...upholdSheet,
  title: '不冲',
  placeholder: '为什么不冲，说清楚',
  submit: '不冲，照旧',
};

const undoneAlone = 'undone';

/** A reversal takes a reason and a second person; a line of an activity may be put right by the same signature. */
export function proposeSheetFor(cause: EntryCause): SheetContent {
  const rights = rightsOf(cause);
  if (rights.length === 0) return proposeSheet;
  const choices = rights.map((value) => ({ value, text: `改记${causeNames[value]}` }));
  return { ...proposeSheet, choices: [{ value: undoneAlone, text: '只冲掉' }, ...choices], chosen: undoneAlone };
}

/** The same for a line that nothing else stands in for. */
export const proposeSheet: SheetContent = {
  title: '提请冲正',
  line: '要换一个人签字才算数，原来那一笔不会改',
  choices: [],
  placeholder: '为什么要冲，至少说清是哪一回事',
  requiresWords: true,
  submit: '提上去，等人签字',
};

/** The owner of a book cannot ask; somebody who keeps the books does, and another decides. */
export const erasureSheet: SheetContent = {
  title: '抹掉这个人的名字和话',
  line: '换一个管账的人看过才抹。抹了找不回来；分和笔数不动，还查得清。',
  choices: [],
  placeholder: '谁来要求的，为什么，比如：搬走了，家属来说的',
  requiresWords: true,
  submit: '提上去，等人看',
};
