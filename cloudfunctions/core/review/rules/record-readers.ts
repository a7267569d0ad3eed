import type { Scope } from '../../access/permission-rows';

/** Whose record it is, and who reads it, in which hat. */
export interface RecordReader {
  readonly scope: Scope;
  readonly personId: string;
  /** The hat reaches the branch of whose record it is. */
  readonly reachesBranch: boolean;
  /** Of an employer's hat. */
  readonly employerId?: string;
}

export interface RecordOwner {
  readonly personId: string;
  readonly employerId?: string;
  /** They have months at all. */
  readonly isReviewed: boolean;
  /** They agreed that this employer reads it. */
  readonly agreed: boolean;
}

/** A member reads their own, their branch all of its own, an employer what its own members share with it (S2-19). */
export function mayReadRecord(reader: RecordReader, owner: RecordOwner): boolean {
  if (reader.scope === 'employer')
    return owner.employerId !== undefined && owner.employerId === reader.employerId && owner.agreed;
  if (owner.personId === reader.personId) return true;
  return reader.scope !== 'own' && owner.isReviewed && reader.reachesBranch;
}
