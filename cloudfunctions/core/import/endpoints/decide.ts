import { rowDecisions, type RowDecision } from '../../../../miniprogram/contracts/import';
import { withAct } from '../../access/act';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { branches } from '../../branch/branch';
import { people, type Person } from '../../person/person';
import { branchOfPerson } from '../../place/branch';
import type { Transaction } from '../../platform/database';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, optional, requestId, v } from '../../platform/validation';
import { targetOfKnown } from '../check/judge-person';
import { imports, type Import } from '../document/import';
import { importPages, pageId, type ImportPage, type ImportRow } from '../document/page';
import type { RowTarget } from '../document/row-target';
import { importRowView } from '../document/view';
import { importId, rowId } from '../inputs';
import { ownImport, withRequest } from '../own-import';
import { changesOf, isMoved } from '../rules/changes';

/**
 * Says of a duplicate whether it is somebody who is known, somebody else, or to be left. It may be said otherwise until
 * the row is written.
 * Of somebody known one read more, of somebody who goes to another branch two.
 * Somebody's first write beside orders takes one write more.
 * Cost: 4 reads, 3 writes.
 */
export const decideImportRow = signedInEndpoint({
  name: 'import.decide',
  input: object({ importId, rowId, decision: v.picklist(rowDecisions), personId: optional(id), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { importId: wanted, rowId: at, decision, personId }) {
    const { database } = context;
    const found = await ownImport(database, caller, wanted);
    if (!found.ok) return found;
    if (found.data.state !== 'checked' && found.data.state !== 'done') return refuse('NOT_READY', 'importId');
    const [number = 0, index = 0] = at.split('.').map(Number);
    const decided = await database.transaction(async (transaction) => {
      const one = await transaction.get(imports, wanted);
      const page = await transaction.get(importPages, pageId(wanted, number));
      const row = page?.rows[index];
      if (!one || !page || row?.fate !== 'duplicate') return refuse('NOT_FOUND', 'rowId');
      const replay = replayOf(one.requests, context.request, () => row);
      if (replay) return replay;
      if (row.written) return refuse('ALREADY_SETTLED', 'rowId');
      const after = await decidedRow(transaction, caller, row, { decision, personId });
      if (!after.ok) return after;
      const noted = {
        requests: withRequest(one, context.request),
        ...withAct(one, context, caller, 'import.decide'),
      };
      await writeDecision(transaction, page, { index, row: after.data, noted });
      return after;
    });
    return decided.ok ? done(importRowView(at, decided.data)) : decided;
  },
});

interface Decided {
  readonly decision: RowDecision;
  readonly personId: string | undefined;
}

async function decidedRow(
  transaction: Transaction,
  { login }: SignedIn,
  row: ImportRow,
  { decision, personId }: Decided,
): Promise<Result<ImportRow>> {
  const target = row.newTarget ?? row.target;
  if (!target) return refuse('NOT_FOUND', 'rowId');
  if (decision !== 'same') return done({ ...row, decision, target, newTarget: target, changes: [] });
  if (personId === undefined || !row.candidates.some((one) => one.personId === personId))
    return refuse('INVALID_INPUT', 'personId');
  const person = await transaction.get(people, personId);
  if (person?.communityId !== login.communityId) return refuse('NOT_FOUND', 'personId');
  const known = targetOfKnown(target, person);
  const changes = changesOf(person, known.fields, await branchesNamed(transaction, person, known));
  return done({ ...row, decision, target: known, newTarget: target, changes });
}

/** The branches between which a row would move somebody, to be named; none where it moves nobody. */
async function branchesNamed(transaction: Transaction, person: Person, { fields, branchName }: RowTarget) {
  if (!isMoved(person, fields)) return [];
  const before = await transaction.get(branches, branchOfPerson(person));
  return [...(before ? [before] : []), { _id: fields.branchId ?? '', name: branchName ?? '' }];
}

/** A row as somebody decided, and what the import remembers of it. */
interface Decision {
  readonly index: number;
  readonly row: ImportRow;
  readonly noted: Pick<Import, 'acts' | 'requests'>;
}

/** The row and the count of what is undecided, together: a call that is repeated counts nothing twice. */
async function writeDecision(
  transaction: Transaction,
  { _id, importId: whose, version, rows }: ImportPage,
  { index, row, noted }: Decision,
): Promise<void> {
  const wasUndecided = rows[index]?.decision === null;
  const set = { rows: rows.map((before, at) => (at === index ? row : before)), version: version + 1 };
  await transaction.update(importPages, _id, { set });
  await transaction.update(imports, whose, { set: noted, ...(wasUndecided && { increment: { undecided: -1 } }) });
}
