/** Calls a party of an order. A masked number is asked for first; its owner sees who looked. */
import * as orders from '../services/order';
import { refusal } from '../text/errors';
import { tell } from './toast';

export interface Dialled {
  readonly party: 'requester' | 'assignee';
  readonly phone: string;
}

export async function dial(orderId: string, { party, phone }: Dialled): Promise<void> {
  const reply = phone !== '' && !phone.includes('*') ? undefined : await orders.reveal(orderId, party);
  if (reply !== undefined && !reply.ok) tell(refusal(reply.code));
  else wx.makePhoneCall({ phoneNumber: (reply?.data.phone ?? phone).replace(/[^\d+]/g, ''), fail: () => undefined });
}
