import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { EndpointName, Input, Output } from '../../../miniprogram/contracts/api';
import type { OrderView } from '../../../miniprogram/contracts/order';
import { newRequest, type ApiCloud } from '../../support/api';

/** Inputs without what every move brings. */
type Said<Name extends EndpointName> = Omit<Input<Name>, 'orderId' | 'version' | 'requestId'>;

export const asked = {
  category: 'repair',
  words: '厨房水管漏水，地上都是水。麻烦快一点',
  when: 'saturday',
  fileIds: [] as string[],
} as const;

/** Orders taken through `api`, each step by the person whose step it is. */
export function ordersOf(cloud: ApiCloud) {
  const create = (openid = 'o_resident', more: Partial<Input<'order.create'>> = {}) =>
    cloud.getAs(openid, 'order.create', { ...asked, fileIds: [], requestId: newRequest(), ...more });
  const move = <Name extends EndpointName>(
    openid: string,
    name: Name,
    order: OrderView,
    said: Said<Name>,
  ): Promise<Output<Name>> =>
    cloud.getAs(openid, name, {
      orderId: order.orderId,
      version: order.version,
      requestId: newRequest(),
      ...said,
    } as unknown as Input<Name>);
  const tried = <Name extends EndpointName>(openid: string, name: Name, order: OrderView, said: Said<Name>) =>
    cloud.callAs(openid, name, {
      orderId: order.orderId,
      version: order.version,
      requestId: newRequest(),
      ...said,
    } as unknown as Input<Name>);
  const dispatch = (order: OrderView, memberIds = ['p_member', 'p_member2']) =>
    move('o_worker', 'order.dispatch', order, { memberIds });
  /** Staff make a wish of what somebody asked for. */
  const wished = (order: OrderView, publicWords = '想要一副老花镜') =>
    move('o_worker', 'order.reclassify', order, {
      category: 'wish',
      kind: 'wish',
      urgent: false,
      wish: { valueYuan: 80, words: publicWords },
    });
  const accept = (order: OrderView, openid = 'o_member') => move(openid, 'order.accept', order, {});
  const complete = (order: OrderView, openid = 'o_member') =>
    move(openid, 'order.complete', order, { evidence: { kind: 'phone', note: '修好了' } });
  const confirm = (order: OrderView, openid = 'o_resident') =>
    move(openid, 'order.confirm', order, { stars: 5, tags: ['patient'] });
  const stored = (order: OrderView) => cloud.storedOne<Order>('orders', order.orderId);
  /** Kinds of the messages about an order that somebody finds in their inbox, newest first. */
  const messageKinds = async (openid: string, orderId: string) =>
    (await cloud.getAs(openid, 'message.list', {})).messages
      .filter((message) => message.orderId === orderId)
      .map(({ kind }) => kind);
  return { stored, messageKinds, create, wished, move, tried, dispatch, accept, complete, confirm };
}
