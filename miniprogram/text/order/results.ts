/** What a move did, said in a word when it is done. */
import type { OrderAction } from '../../contracts/order';

const lines: Record<OrderAction, string> = {
  dispatch: '派出去了',
  accept: '接下了，先打个电话约时间',
  decline: '知道了，会请别人',
  release: '放下了，会请别人',
  complete: '交上去了，等居民点头',
  confirm: '记下了，谢谢您',
  reopen: '说过了，会接着办',
  cancel: '撤单了',
  refuse: '退回给居民了',
  merge: '并过去了',
  transfer: '转过去了',
  remind: '催过了',
  join: '算上您了，办好了也告诉您',
};
export const movedLine = (action: OrderAction): string => lines[action];

/** Staff said it for somebody without WeChat. */
export const passedOnLine = '替居民记下了';
export const goneLine = (name: string): string => `${name}去，跟他说一声`;
export const publishedLine = '发布出去了，等人认领';
export const submittedLine = '交上去了，有动静告诉您';
export const takenDownLine = '记下来了';

/** `派给了孙立群`, `派给了 2 位党员`. */
export function dispatchedLine(chosen: readonly { readonly name: string; readonly mark: string }[]): string {
  if (chosen.length === 1) return `派给了${chosen[0]?.name ?? ''}`;
  return chosen.some(({ mark }) => mark !== '') ? `派给了这 ${chosen.length} 处` : `派给了 ${chosen.length} 位党员`;
}
