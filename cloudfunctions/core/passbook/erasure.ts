import { pointUnits } from '../../../miniprogram/contracts/passbook';
import type { Services } from '../platform/context';
import { collection, type Database, type Transaction } from '../platform/database';
import { canonicalJson, hashOf } from '../platform/ids';
import { done } from '../platform/result';
import { countsOn, type VerifyingKey } from '../platform/key-ring';
import { isSignedBy } from '../platform/signer';
import { dayText } from '../time/shanghai';
import { blankSigner } from './blank-signer';
import { annotationIdOf } from './disputes/annotations';
import { reversals, type Reversal } from './disputes/reversal';
import { reversalIdOf } from './disputes/reversal-store';
import { bookLines, type Entry, type EntryAnnotation } from './entry';
import { expiries } from './expiry/expiry';
import { grants } from './grants/grant';
import { bookIdOf, passbooks } from './passbook';
import { salts, type Salt, type SaltErasure } from './salts';
import { withoutWordsOf } from './words';

const entries = collection<Entry>('entries');
const annotations = collection<EntryAnnotation>('entries');

/** The most that one query gives (platform/database.ts). */
const linesAtOnce = 99;

/** Whose words are to be erased, by which two people, and why. */
export interface ErasureRequest {
  readonly personId: string;
  readonly communityId: string;
  readonly byId: string;
  /** Who asked for it: the person, or somebody who keeps the books. */
  readonly askedById: string;
  readonly reason: string;
}

/** What is signed when a salt is erased. */
function textOfErasure(line: ErasureRequest & Pick<SaltErasure, 'at'>): string {
  const { personId, communityId, at, byId, askedById, reason } = line;
  return canonicalJson({ personId, communityId, at, byId, askedById, reason });
}

/** Whether an erased salt left a line that was signed by the key of its day. */
export function erasureHolds({ _id, communityId, salt, erasure }: Salt, keys: readonly VerifyingKey[]): boolean {
  if (salt !== null || !erasure || !countsOn(keys, erasure.publicKey, dayText(erasure.at))) return false;
  return isSignedBy(erasure.publicKey, textOfErasure({ ...erasure, personId: _id, communityId }), erasure.signature);
}

/** The line of an erased salt as an anchor holds it. */
export function hashOfErasure({ _id, communityId, erasure }: Salt): string {
  return hashOf({ _id, communityId, erasure });
}

/**
 * Erases somebody's salt, under a line signed for good, and blanks their names and words in every line, in their heads,
 * and in what stands beside their own lines. Points, numbers and chains stay as they are. A run that breaks off is
 * made whole by another.
 * @throws Error without a signing key
 */
export async function eraseWords(services: Services, request: ErasureRequest): Promise<void> {
  await services.database.transaction(async (transaction) => {
    await eraseSalt(transaction, services, request);
    return done(null);
  });
  await blankWords(services.database, request.personId);
}

/**
 * The first of the two steps: from here on nobody can tell what the words were. One read, one write; nothing where it
 * was done already.
 */
export async function eraseSalt(
  transaction: Transaction,
  { clock, signer }: Pick<Services, 'clock' | 'signer'>,
  request: ErasureRequest,
): Promise<void> {
  if (!signer) throw new Error('no signing key: an erasure is a signed line');
  const { personId, communityId, byId, askedById, reason } = request;
  const at = clock.now();
  const signature = signer.sign(textOfErasure({ ...request, at }));
  const erasure: SaltErasure = { at, byId, askedById, reason, signature, publicKey: signer.publicKey };
  const found = await transaction.get(salts, personId);
  if (!found) await transaction.insert(salts, { _id: personId, communityId, salt: null, erasure });
  else if (found.salt !== null) await transaction.update(salts, personId, { set: { salt: null, erasure } });
}

/** The second step, which may be repeated. It grows with the lines that somebody's words stand in. */
export async function blankWords(database: Database, personId: string): Promise<void> {
  for (let after = ''; ;) {
    const where = { 'digests.personId': personId, _id: { gt: after } };
    const lines = await database.find(bookLines, { where, sort: { _id: 'asc' }, limit: linesAtOnce });
    for (const line of lines) if (line.kind === 'entry') await blankLine(database, line, personId);
    const last = lines.at(-1);
    if (!last || lines.length < linesAtOnce) break;
    after = last._id;
  }
  for (const unit of pointUnits)
    await database.updateWhere(
      passbooks,
      { _id: bookIdOf(personId, unit) },
      { set: { name: '', nameKey: `:${personId}` } },
    );
  await blankMissing(database, personId);
  await database.updateWhere(grants, { personId }, { set: { personName: '', reason: '' } });
  await database.updateWhere(expiries, { personId }, { set: { personName: '' } });
  await blankSigner(database, personId);
}

/** Blanks somebody's words in a line, and beside it where the line is theirs. */
async function blankLine(database: Database, line: Entry, personId: string): Promise<void> {
  const { name, title, reversal } = withoutWordsOf(line, (id) => id === personId);
  await database.updateWhere(entries, { _id: line._id }, { set: { name, title, reversal } });
  if (line.personId === personId) await blankBeside(database, line._id);
}

/** An objection says the same beside its line and in its case, so that both still agree when both are blank. */
async function blankBeside(database: Database, entryId: string): Promise<void> {
  const { contest } = (await database.get(annotations, annotationIdOf(entryId))) ?? {};
  if (contest) {
    const answer = contest.answer && { words: '', by: contest.answer.by };
    const blank = { ...contest, words: '', answer };
    await database.updateWhere(annotations, { _id: annotationIdOf(entryId) }, { set: { contest: blank } });
  }
  const found = await database.get(reversals, reversalIdOf(entryId));
  if (found) await blankCase(database, found);
}

/** Cases of lines that were never written stand beside none. */
async function blankMissing(database: Database, personId: string): Promise<void> {
  const found = await database.find(reversals, { where: { personId, missing: true }, limit: linesAtOnce });
  for (const one of found) await blankCase(database, one);
}

async function blankCase(database: Database, found: Reversal): Promise<void> {
  const proposal = found.proposal && { ...found.proposal, reason: '' };
  const set = { personName: '', title: '', proposal, contest: found.contest === null ? null : '' };
  await database.updateWhere(reversals, { _id: found._id }, { set });
}
