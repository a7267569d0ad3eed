import { createHash } from 'node:crypto';
import { canonicalJson } from '../../platform/ids';
import { countsOn, type VerifyingKey } from '../../platform/key-ring';
import { isSignedBy, type Signer } from '../../platform/signer';
import { dayText } from '../../time/shanghai';
import { firstHash } from '../chain';
import { anchorIdOf, type Anchor, type AnchorContent, type Leaf } from './anchor';

/** A leaf, and the day of the anchor that first held it, as far as the anchors at hand reach back. */
export interface AnchoredLeaf extends Leaf {
  readonly day: string;
}

/** What anchors say together: each book's leaves, oldest first, and the newest anchor. */
export interface AnchorState {
  readonly newest: Anchor | null;
  readonly leaves: ReadonlyMap<string, readonly AnchoredLeaf[]>;
}

export const noAnchors: AnchorState = { newest: null, leaves: new Map() };

/** Why an anchor is not what it was: another's signature, other content, not after the one before, other leaves. */
export type AnchorFault = 'signature' | 'hash' | 'previous' | 'root';

function hashOfAnchor(content: AnchorContent): string {
  const { communityId, day, number, at, isFull, changed, leaves, root, previousHash } = content;
  return createHash('sha256')
    .update(canonicalJson({ communityId, day, number, at, isFull, changed, leaves, root, previousHash }))
    .digest('hex');
}

/** SHA-256 over all leaves, `bookId:sequence:hash` a line, in the order of their books. */
export function rootOf(leaves: readonly Leaf[]): string {
  const lines = leaves.map(({ bookId, sequence, hash }) => `${bookId}:${sequence}:${hash}`);
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

/** Each book's newest leaf. */
export function newestLeaves({ leaves }: AnchorState): readonly AnchoredLeaf[] {
  return [...leaves.values()].flatMap((own) => own.at(-1) ?? []);
}

/** The next anchor of a community. A book that is missing among `found` keeps its leaf: nothing is ever forgotten. */
export function nextAnchor(
  state: AnchorState,
  { communityId, at, found }: { readonly communityId: string; readonly at: Date; readonly found: readonly Leaf[] },
  signer: Signer,
): Anchor {
  const { newest } = state;
  const day = dayText(at);
  const before = new Map(newestLeaves(state).map((leaf) => [leaf.bookId, leaf]));
  const all = new Map<string, Leaf>([...before.values(), ...found].map((leaf) => [leaf.bookId, plain(leaf)]));
  const isFull = newest?.day.slice(0, 7) !== day.slice(0, 7);
  const changed = [...all.values()].filter((leaf) => isFull || before.get(leaf.bookId)?.hash !== leaf.hash);
  const content: AnchorContent = {
    communityId,
    day,
    number: (newest?.number ?? 0) + 1,
    at,
    isFull,
    changed,
    leaves: all.size,
    root: rootOf([...all.values()]),
    previousHash: newest?.hash ?? firstHash,
  };
  const hash = hashOfAnchor(content);
  const _id = anchorIdOf(communityId, day);
  return { _id, ...content, hash, signature: signer.sign(hash), publicKey: signer.publicKey };
}

function plain({ bookId, sequence, hash }: Leaf): Leaf {
  return { bookId, sequence, hash };
}

/**
 * Adds up anchors in the order of their days, beginning with a full one, and checks each against the one before.
 * @param before the anchor before the first of them, where it is at hand
 * @param keys whose signatures count
 * @returns what holds, and the first anchor that does not
 */
export function addUpAnchors(
  found: readonly Anchor[],
  keys: readonly VerifyingKey[],
  before: Anchor | null,
): { readonly state: AnchorState; readonly fault: { readonly day: string; readonly why: AnchorFault } | null } {
  const leaves = new Map<string, readonly AnchoredLeaf[]>();
  let newest = before;
  for (const anchor of found) {
    const why = faultOfLink(anchor, newest, keys);
    if (why) return { state: { newest, leaves }, fault: { day: anchor.day, why } };
    for (const leaf of anchor.changed) addLeaf(leaves, { ...leaf, day: anchor.day });
    const all = newestLeaves({ newest, leaves });
    if (all.length !== anchor.leaves || rootOf(all) !== anchor.root)
      return { state: { newest, leaves }, fault: { day: anchor.day, why: 'root' } };
    newest = anchor;
  }
  return { state: { newest, leaves }, fault: null };
}

/** Why an anchor does not hold by itself, or does not follow from the one before; null where it does. */
export function faultOfLink(anchor: Anchor, before: Anchor | null, keys: readonly VerifyingKey[]): AnchorFault | null {
  const follows = before
    ? anchor.previousHash === before.hash && anchor.number === before.number + 1
    : anchor.number === 1 && anchor.previousHash === firstHash;
  return faultOfAnchor(anchor, keys) ?? (follows ? null : 'previous');
}

function faultOfAnchor(anchor: Anchor, keys: readonly VerifyingKey[]): AnchorFault | null {
  if (hashOfAnchor(anchor) !== anchor.hash || anchor._id !== anchorIdOf(anchor.communityId, anchor.day)) return 'hash';
  const { publicKey, day, hash, signature } = anchor;
  return countsOn(keys, publicKey, day) && isSignedBy(publicKey, hash, signature) ? null : 'signature';
}

function addLeaf(leaves: Map<string, readonly AnchoredLeaf[]>, leaf: AnchoredLeaf): void {
  const own = leaves.get(leaf.bookId) ?? [];
  if (own.at(-1)?.hash !== leaf.hash) leaves.set(leaf.bookId, [...own, leaf]);
}
