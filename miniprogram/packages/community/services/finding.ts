import type { FindingKind } from '../../../contracts/finding';
import { call } from '../../../services/platform/call';

export const getCounts = () => call('finding.getCounts', {});
export const list = (kind: FindingKind, cursor?: string) =>
  call('finding.list', { kind, ...(cursor !== undefined && { cursor }) });
