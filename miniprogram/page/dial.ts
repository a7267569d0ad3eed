/** Calls a party of an order. A masked number is asked for first; its owner sees who asked. */
import * as orders from '../services/order';
import { refusalOf } from '../text/errors';
import { showToast } from './toast';

export interface PartyPhone {
  readonly party: 'requester' | 'assignee';
  readonly phone: string;
}

/** Only what a phone dials: it is written with spaces for the eye. */
export function dial(phone: string): void {
  wx.makePhoneCall({ phoneNumber: phone.replace(/[^\d+]/g, ''), fail: () => undefined });
}

export async function dialParty(orderId: string, { party, phone }: PartyPhone): Promise<void> {
  if (phone !== '' && !phone.includes('*')) {
    dial(phone);
    return;
  }
  const reply = await orders.revealPhone(orderId, party);
  if (reply.ok) dial(reply.data.phone);
  else showToast(refusalOf(reply));
}
