import type { MessageTemplate } from '../contracts/message';
import { call, write } from './platform/call';

export const inbox = (cursor?: string) => call('message.inbox', cursor === undefined ? {} : { cursor });

export const read = (messageIds: string[]) => write('message.read', { messageIds });

export const grant = (accepted: MessageTemplate[]) => write('message.grant', { accepted });
