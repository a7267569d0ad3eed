import type { Input } from '../../../contracts/api';
import { call, write } from '../../../services/platform/call';

type Said<Name extends 'order.moderate' | 'order.appealHidden' | 'order.redactPhoto'> = Omit<Input<Name>, 'requestId'>;

/** What waits for a person to decide whether others read it, or all that others may read of one order. */
export const listWithheld = (orderId?: string, cursor?: string) =>
  call('order.listWithheld', {
    ...(orderId !== undefined && { orderId }),
    ...(cursor !== undefined && { cursor }),
  });
export const moderate = (decision: Said<'order.moderate'>) => write('order.moderate', decision);
export const appealHidden = (orderId: string, appeal: Omit<Said<'order.appealHidden'>, 'orderId'>) =>
  write('order.appealHidden', { orderId, ...appeal });
export const blackOutWords = (orderId: string, part: string) => write('order.blackOutWords', { orderId, part });
export const redactPhoto = (redaction: Said<'order.redactPhoto'>) => write('order.redactPhoto', redaction);
export const previewPublic = (orderId: string, capacity?: number) =>
  call('order.previewPublic', { orderId, ...(capacity !== undefined && { capacity }) });
