import type { AnchoredLeaf } from '../passbook/anchor/anchor-chain';
import { noAnchors } from '../passbook/anchor/anchor-chain';
import { readAnchors, type ReadAnchors } from '../passbook/anchor/anchor-store';
import type { Services } from '../platform/context';

/** What the anchors of each community say, read once for a run. Without a signing key there are none to trust. */
export class KnownAnchors {
  private readonly read = new Map<string, Promise<ReadAnchors>>();

  constructor(private readonly services: Pick<Services, 'database' | 'signer'>) {}

  of(communityId: string): Promise<ReadAnchors> {
    const { database, signer } = this.services;
    if (!signer) return Promise.resolve({ state: noAnchors, fault: null });
    const known = this.read.get(communityId) ?? readAnchors(database, communityId, signer.keys);
    this.read.set(communityId, known);
    return known;
  }

  async leavesOf(communityId: string, bookId: string): Promise<readonly AnchoredLeaf[]> {
    const { state } = await this.of(communityId);
    return state.leaves.get(bookId) ?? [];
  }
}
