import type { AnchoredLeaf } from '../passbook/anchor/anchor-chain';
import { noAnchors } from '../passbook/anchor/anchor-chain';
import { readAnchors, type ReadAnchors } from '../passbook/anchor/anchor-store';
import { branchIdOf, keeperIdOf } from '../place/branch';
import type { Services } from '../platform/context';

/** Whose book it is; without a branch, the community's first one's. */
interface Kept {
  readonly communityId: string;
  readonly branchId?: string;
}

/** What the anchors of each branch say, read once for a run. Without a signing key there are none to trust. */
export class KnownAnchors {
  private readonly read = new Map<string, Promise<ReadAnchors>>();

  constructor(private readonly services: Pick<Services, 'database' | 'signer'>) {}

  /** @param keeperId of a branch (`keeperIdOf`) */
  of(keeperId: string): Promise<ReadAnchors> {
    const { database, signer } = this.services;
    if (!signer) return Promise.resolve({ state: noAnchors, fault: null });
    const known = this.read.get(keeperId) ?? readAnchors(database, keeperId, signer.keys);
    this.read.set(keeperId, known);
    return known;
  }

  /** What the branch that keeps a book anchored of it, and the community's first, which may have kept it before. */
  async leavesOf(
    { communityId, branchId = branchIdOf(communityId) }: Kept,
    bookId: string,
  ): Promise<readonly AnchoredLeaf[]> {
    const keepers = new Set([communityId, keeperIdOf(branchId)]);
    const read = await Promise.all([...keepers].map((keeperId) => this.of(keeperId)));
    const leaves = read.flatMap(({ state }) => state.leaves.get(bookId) ?? []);
    return keepers.size === 1 ? leaves : leaves.sort((one, other) => one.sequence - other.sequence);
  }
}
