import { writtenPhone } from '../../../../miniprogram/contracts/written-phone';
import { maskedPhone, wholePhone } from '../../person/phone';
import type { Export } from '../document/export';

interface Phone {
  readonly phone: string;
  readonly phoneExtension?: string;
}

/** A number as the file shows it: masked unless somebody said why it is needed whole. */
export function phoneText({ phones }: Pick<Export, 'phones'>, one: Phone): string {
  if (one.phone === '') return '';
  return phones === 'whole' ? writtenPhone(wholePhone(one)) : maskedPhone(one.phone);
}
