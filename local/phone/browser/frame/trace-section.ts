import { element, section } from './elements';
import { readLastInvocation } from './local-api';

/** What the last call of a cloud function cost, with links to the trace. */
export function traceSection(): { element: HTMLElement; refresh(): Promise<void> } {
  const text = element('output', {}, '还没有调用');
  const link = element('a', { href: '/local/trace?last=1', target: '_blank' }, '这次调用的明细');
  const more = element('a', { href: '/local', target: '_blank' }, '云里的全部');
  const refresh = async (): Promise<void> => {
    const last = await readLastInvocation();
    if (last) text.textContent = `${last.name}：读 ${last.reads} 次，写 ${last.writes} 次，${last.ms} 毫秒`;
  };
  return { element: section('刚才那次调用', text, element('p', { class: 'row' }, link, more)), refresh };
}
