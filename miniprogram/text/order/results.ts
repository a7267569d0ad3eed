/** What an action did, in a few words once it is done. */
import type { OrderAction } from '../../contracts/order';

const lines: Record<OrderAction, string> = {
  dispatch: '派出去了',
  accept: '接下了，先打个电话约时间',
  decline: '知道了，会请别人',
  release: '放下了，会请别人',
  appoint: '约好了，居民看得到',
  arrive: '记下了，您到了',
  standBy: '排上了，有空位先问您',
  complete: '交上去了，等居民点头',
  confirm: '记下了，谢谢您',
  changeRating: '改好了',
  makePrivate: '改成保密了，只有为您办事的人看得到',
  reopen: '说过了，会接着办',
  cancel: '撤单了',
  refuse: '退回给居民了',
  merge: '并过去了',
  transfer: '转过去了',
  recordAnswer: '答复记下了，居民会看到',
  reclassify: '定下来了',
  relocate: '改好了，两边都告诉了',
  recordCall: '电话记下了',
  askRequester: '问过居民了，等着的时候不计时',
  answerQuestion: '回话记下了，接着办',
  withdrawQuestion: '不等了，时限接着走',
  removeHelper: '换下来了，会请别人',
  leavePool: '收回来了',
  remind: '催过了',
  join: '算上您了，办好了也告诉您',
  appealNoShow: '说给书记了，等书记定',
  ruleNoShow: '定好了，告诉他本人了',
};

export function moveResult(action: OrderAction): string {
  return lines[action];
}

/** Staff confirmed for somebody without WeChat. */
export const confirmedForRequester = '替居民记下了';

export function assignedResult(name: string): string {
  return `${name}去，跟他说一声`;
}

export const publishedResult = '发布出去了，等人认领';
export const createdResult = '交上去了，有动静告诉您';
export const intakeResult = '记下来了';
