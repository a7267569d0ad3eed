import { keyIdOf } from '../../platform/key-ring';
import { keeperIdOf } from '../../place/branch';
import { isSignedBy } from '../../platform/signer';
import { monthText } from '../../time/shanghai';
import type { Anchor } from '../anchor/anchor';
import { addUpAnchors, type AnchorState } from '../anchor/anchor-chain';
import { erasureHolds } from '../erasure';
import type { Entry } from '../entry';
import type { Passbook } from '../passbook';
import { verifyBook } from '../rules/verification';
import { splitLines } from '../view';
import type { Archive } from './archive';
import { statementOf, textOfSlip } from './slip';
import { anchorStartOf, bookTagOf, hashStartOf, parseSlipCode, type SlipCode } from './slip-code';

/** What was found: each thing that is right, in the order in which it was looked at, and the first that is not. */
export interface SlipVerdict {
  readonly right: readonly string[];
  readonly wrong: string | null;
}

export interface SlipQuestion {
  readonly code: string;
  /** The signature of the slip, where it was printed or kept. */
  readonly signature?: string | undefined;
  /** The public keys as somebody has them on paper; the archive's own otherwise. */
  readonly publicKeys?: readonly string[] | undefined;
}

/** One thing to look at: a sentence when it is right, a problem when it is not. */
type Step = { readonly right: string } | { readonly wrong: string };

/** Verifies a slip against an archive, offline, without private key. Pure. */
export function verifySlip(archive: Archive, question: SlipQuestion): SlipVerdict {
  const right: string[] = [];
  for (const step of steps(archive, question)) {
    if ('wrong' in step) return { right, wrong: step.wrong };
    right.push(step.right);
  }
  return { right, wrong: null };
}

function* steps(archive: Archive, { code, signature, publicKeys }: SlipQuestion): Generator<Step> {
  const slip = parseSlipCode(code);
  if (!slip) return yield { wrong: 'the code was mistyped: its check does not fit' };
  yield { right: `the code is whole: month ${slip.month}, line ${slip.sequence}` };
  const keys = archive.keys.filter(({ publicKey }) => publicKeys?.includes(publicKey) ?? true);
  const unknown = publicKeys?.find((publicKey) => !keys.some((key) => key.publicKey === publicKey));
  yield unknown === undefined
    ? { right: `the archive names the public keys ${keys.map(({ publicKey }) => publicKey).join(', ')}` }
    : { wrong: `the archive names other public keys: ${archive.keys.map(({ publicKey }) => publicKey).join(', ')}` };
  const { leaves, fault } = addUpChains(archive, keys);
  yield fault
    ? { wrong: `the anchor of ${fault.day} does not hold: ${fault.why}` }
    : { right: `${archive.anchors.length} anchors follow from each other and are signed` };
  const unsigned = archive.salts.find((salt) => salt.salt === null && !erasureHolds(salt, keys));
  if (unsigned) return yield { wrong: `a salt was erased without a signature: ${unsigned._id}` };
  const bookId = bookIds(archive).find((id) => bookTagOf(id) === slip.bookTag);
  if (bookId === undefined) return yield { wrong: 'the archive has no such book' };
  const head = archive.heads.find(({ _id }) => _id === bookId) ?? null;
  const lines = splitLines(archive.lines.filter((line) => line.bookId === bookId));
  yield* bookSteps(archive, { slip, bookId, head, entries: lines.entries, leaves });
  if (signature === undefined) return;
  const text = signedText(archive, { slip, bookId, entries: lines.entries });
  const signedBy = keys.find(({ publicKey }) => isSignedBy(publicKey, text, signature));
  yield signedBy
    ? { right: `the slip was signed with the key ${keyIdOf(signedBy.publicKey)}` }
    : { wrong: 'the signature is not of this slip and these keys' };
}

interface FoundBook {
  readonly slip: SlipCode;
  readonly bookId: string;
  readonly head: Passbook | null;
  readonly entries: readonly Entry[];
  readonly leaves: Leaves;
}

function* bookSteps(archive: Archive, { slip, bookId, head, entries, leaves }: FoundBook): Generator<Step> {
  const salts = new Map(archive.salts.map(({ _id, salt }) => [_id, salt]));
  const verdict = verifyBook(entries, head, salts);
  yield verdict.state === 'sound'
    ? { right: `the book ${bookId} has ${verdict.entries} lines, which hold` }
    : { wrong: `the book ${bookId} does not hold from line ${verdict.firstBrokenSequence} on: ${verdict.why}` };
  const hashes = new Map(entries.map(({ sequence, hash }) => [sequence, hash]));
  const hash = hashes.get(slip.sequence);
  if (slip.sequence > 0 && hash === undefined)
    return yield { wrong: `the slip knew line ${slip.sequence}, and the book ends before` };
  yield slip.sequence === 0 || hashStartOf(hash ?? '') === slip.hashStart
    ? { right: `line ${slip.sequence} is the one that the slip knew` }
    : { wrong: `line ${slip.sequence} is another than the slip knew` };
  const differs = (leaves.get(bookId) ?? []).find((leaf) => hashes.get(leaf.sequence) !== leaf.hash);
  yield differs
    ? { wrong: `line ${differs.sequence} is another than the anchor of ${differs.day} knew` }
    : { right: 'the book is the one that every anchor knew' };
  if (!slip.anchor) return;
  const { day } = slip.anchor;
  const keeperId = head?.branchId === undefined ? archive.communityId : keeperIdOf(head.branchId);
  const known = anchorOf(archive, slip);
  if (!known && !archive.anchors.some((one) => one.day === day && one.communityId === keeperId))
    return yield { wrong: `the slip knew an anchor of ${day}, which is missing` };
  yield known
    ? { right: `the anchor of ${day} is the one that the slip knew` }
    : { wrong: `the anchor of ${day} is another than the slip knew` };
}

type Leaves = AnchorState['leaves'];

/** Each branch's anchors follow from each other; a book that moved stands in the chains of both. */
export function addUpChains(archive: Archive, keys: Archive['keys']) {
  const leaves = new Map<string, Leaves extends ReadonlyMap<string, infer Held> ? Held : never>();
  for (const keeperId of new Set(archive.anchors.map(({ communityId }) => communityId))) {
    const own = archive.anchors.filter(({ communityId }) => communityId === keeperId);
    const sorted = own.sort((left, right) => (left.day < right.day ? -1 : 1));
    const { state, fault } = addUpAnchors(sorted, keys, null);
    if (fault) return { leaves, fault };
    for (const [bookId, held] of state.leaves) leaves.set(bookId, [...(leaves.get(bookId) ?? []), ...held]);
  }
  return { leaves, fault: null };
}

/** The anchor that a slip knew; every branch has one of that day. */
function anchorOf({ anchors }: Archive, { anchor: known }: SlipCode): Anchor | undefined {
  return anchors.find(({ day, hash }) => day === known?.day && anchorStartOf(hash) === known.hashStart);
}

function bookIds({ heads, lines, anchors }: Archive): readonly string[] {
  const anchored = anchors.flatMap(({ changed }) => changed.map(({ bookId }) => bookId));
  return [...new Set([...heads.map(({ _id }) => _id), ...lines.map(({ bookId }) => bookId), ...anchored])];
}

/** The statement of a slip, made anew from the archive. */
function signedText(
  archive: Archive,
  { slip, bookId, entries }: Pick<FoundBook, 'slip' | 'bookId' | 'entries'>,
): string {
  const { month, sequence } = slip;
  const known = [...entries].sort((a, b) => a.sequence - b.sequence).filter((entry) => entry.sequence <= sequence);
  const own = known.filter((entry) => monthText(entry.at) === month);
  const book = { communityId: archive.communityId, bookId, month };
  return textOfSlip(statementOf(book, own, { before: known.at(-1), anchor: anchorOf(archive, slip) }));
}
