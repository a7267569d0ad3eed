import { collection } from '../../platform/database';

/** How far one book had come: its newest line's number and hash. */
export interface Leaf {
  /** A book's id; `salt:<personId>` for the line that an erased salt leaves behind. */
  readonly bookId: string;
  readonly sequence: number;
  readonly hash: string;
}

/** What one night's anchor says; its hash and signature cover each of these fields. */
export interface AnchorContent {
  /** Whose books: the community's for its first branch, else the branch's own id (`keeperIdOf`). */
  readonly communityId: string;
  /** The day in Asia/Shanghai on which it was made. */
  readonly day: string;
  /** From 1 in each community, without a gap. */
  readonly number: number;
  readonly at: Date;
  /** The first of a month holds all leaves, the others those that are new since the one before. */
  readonly isFull: boolean;
  readonly changed: readonly Leaf[];
  /** How many leaves there are in all, and SHA-256 over all of them in the order of their books. */
  readonly leaves: number;
  readonly root: string;
  readonly previousHash: string;
}

/**
 * All heads of a branch as they stood one night, in one hash that follows from the night before. `_id` is
 * `<communityId>:<day>`.
 */
export interface Anchor extends AnchorContent {
  readonly _id: string;
  readonly hash: string;
  /** Ed25519 over the hash, and the public half of the key, both in base64. */
  readonly signature: string;
  readonly publicKey: string;
}

export const anchors = collection<Anchor>('anchors');

export function anchorIdOf(communityId: string, day: string): string {
  return `${communityId}:${day}`;
}
