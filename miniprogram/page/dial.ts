/** Calls a party of an order. A masked number is asked for first; its owner sees who asked. */
import * as orders from '../services/order';
import { readPhone } from '../contracts/phone-number';
import { refusalOf } from '../text/errors';
import { extensionLine } from '../text/person/phone';
import { showToast } from './toast';

export interface PartyPhone {
  readonly party: 'requester' | 'assignee';
  readonly phone: string;
  /** Which one of several who do it; absent for the first. */
  readonly personId?: string;
}

/** Only what a phone dials: it is written with spaces for the eye. An extension is dialled after the answer. */
export function dial(phone: string): void {
  const reading = readPhone(phone);
  const { number, extension } = reading.ok ? reading.value : { number: phone.replace(/[^\d+]/g, '') };
  if (extension !== undefined) showToast(extensionLine(extension));
  wx.makePhoneCall({ phoneNumber: number, fail: () => undefined });
}

export async function dialParty(orderId: string, { party, phone, personId }: PartyPhone): Promise<void> {
  if (phone !== '' && !phone.includes('*')) {
    dial(phone);
    return;
  }
  const reply = await orders.revealPhone(orderId, party, personId);
  if (reply.ok) dial(reply.data.phone);
  else showToast(refusalOf(reply));
}
