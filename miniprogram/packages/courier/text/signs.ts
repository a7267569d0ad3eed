/** What the record of signs says. */
import type { SignView } from '../../../contracts/station';
import type { SheetContent } from '../../../text/sheet';
import { receivedLine } from './sites';

export function signLine({ receivedBy, receivedAt, issuedBy = '' }: SignView): string {
  return receivedBy === undefined || receivedAt === undefined
    ? '还没领走'
    : receivedLine(receivedBy, receivedAt, issuedBy);
}

export const handOverSheet: SheetContent = {
  title: '谁领走的',
  line: '写名字。丢了再领，再记一次。',
  choices: [],
  placeholder: '姓名',
  requiresWords: true,
  submit: '记下来',
};

export const signsResults = { handedOver: '记下了' } as const;
