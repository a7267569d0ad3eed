import type { Hat } from '../../../miniprogram/contracts/hat';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';
import type { SettingChange } from './change';

/** A setting that was changed: a line of the audit beside the looks at numbers. */
export interface PolicyAuditLine extends SettingChange {
  readonly _id: string;
  readonly communityId: string;
  readonly kind: 'policy';
  /** The version of the policy that it began with. */
  readonly version: number;
  readonly at: Date;
  /** Sorts by time and is unique: `timeKey(at, _id)`. */
  readonly timeKey: string;
  readonly by: { readonly personId: string; readonly name: string; readonly hat: Hat };
  readonly reason: string;
  readonly request: RequestRecord;
  /** Its own `_id`: it takes nothing of a day. */
  readonly slot: string;
}

export const policyAudit = collection<PolicyAuditLine>('audit');
