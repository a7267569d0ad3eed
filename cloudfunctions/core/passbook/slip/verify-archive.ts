import type { BookLine } from '../entry';
import { erasureHolds } from '../erasure';
import { verifyBook } from '../rules/verification';
import { splitLines } from '../view';
import type { Archive } from './archive';
import { addUpChains, type SlipVerdict } from './verify-slip';

/**
 * Verifies all books of an archive against each other: anchors, erased salts, every line of every book, and that each
 * book is the one that the anchors knew. Offline, without private key. Pure.
 */
export function verifyArchive(archive: Archive): SlipVerdict {
  const { anchors, heads, keys, lines, salts } = archive;
  const right: string[] = [];
  const { leaves, fault } = addUpChains(archive, keys);
  if (fault) return { right, wrong: `the anchor of ${fault.day} does not hold: ${fault.why}` };
  right.push(`${anchors.length} anchors follow from each other and are signed`);
  const unsigned = salts.find((salt) => salt.salt === null && !erasureHolds(salt, keys));
  if (unsigned) return { right, wrong: `a salt was erased without a signature: ${unsigned._id}` };
  const saltOf = new Map(salts.map(({ _id, salt }) => [_id, salt]));
  const linesOf = new Map<string, BookLine[]>();
  for (const line of lines) {
    const others = linesOf.get(line.bookId);
    if (others) others.push(line);
    else linesOf.set(line.bookId, [line]);
  }
  const bookIds = new Set([...heads.map(({ _id }) => _id), ...linesOf.keys(), ...leaves.keys()]);
  for (const bookId of bookIds) {
    const { entries } = splitLines(linesOf.get(bookId) ?? []);
    const verdict = verifyBook(entries, heads.find(({ _id }) => _id === bookId) ?? null, saltOf);
    if (verdict.state !== 'sound')
      return { right, wrong: `${bookId} does not hold from line ${verdict.firstBrokenSequence} on: ${verdict.why}` };
    const hashes = new Map(entries.map(({ sequence, hash }) => [sequence, hash]));
    const differs = (leaves.get(bookId) ?? []).find((leaf) => hashes.get(leaf.sequence) !== leaf.hash);
    if (differs)
      return { right, wrong: `${bookId}: line ${differs.sequence} is another than the anchor of ${differs.day} knew` };
  }
  right.push(`${bookIds.size} books hold, each as the anchors knew it`);
  return { right, wrong: null };
}
