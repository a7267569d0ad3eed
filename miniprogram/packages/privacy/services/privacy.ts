import type { OtherTextSource, TextList } from '../../../contracts/privacy';
import { call, write } from '../../../services/platform/call';

export const get = () => call('privacy.get', {});

export const listTexts = (list: TextList, cursor?: string) =>
  call('privacy.listTexts', { list, ...(cursor !== undefined && { cursor }) });

export const blackOut = (source: OtherTextSource, id: string) => write('privacy.blackOut', { source, id });

export const blackOutWords = (orderId: string, part: string) => write('order.blackOutWords', { orderId, part });
