import { versionOf } from './examples';
import type { Typist } from './typing';

/** Thanks that everybody reads once a person looked at them: as they were written, and in other words. */
export async function plantThanks(typing: Typist): Promise<void> {
  const { text, write } = typing;
  const plain = await closedOrder(typing);
  await write('o_neighbour', 'recognition.thank', { orderId: plain, words: text('recognition.thank.words') });
  await write('o_committee', 'recognition.decideThanks', { orderId: plain, show: true });
  const other = await closedOrder(typing);
  await write('o_neighbour', 'recognition.thank', { orderId: other, words: '谢谢七号院的张师傅' });
  const words = text('recognition.decideThanks.words');
  await write('o_committee', 'recognition.decideThanks', { orderId: other, show: true, words });
}

async function closedOrder({ cloud, write }: Typist): Promise<string> {
  const made = { category: 'repair', words: '楼道灯不亮', when: 'any', fileIds: [] };
  const orderId = String((await write('o_neighbour', 'order.create', made)).orderId);
  const move = (openid: string, name: Parameters<typeof write>[1], more: object = {}) =>
    write(openid, name, { orderId, version: versionOf(cloud, orderId), ...more });
  await move('o_worker', 'order.dispatch', { memberIds: ['p_member'] });
  await move('o_member', 'order.accept');
  await move('o_member', 'order.complete', { evidence: { kind: 'phone', note: '换好了' } });
  await move('o_neighbour', 'order.confirm', { stars: 5, tags: [] });
  return orderId;
}
