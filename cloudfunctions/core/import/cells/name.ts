import { compoundSurname } from '../../person/text/compound-surnames';
import { readName } from '../../platform/input/name';
import { otherOwner, partyWords, peopleAnd, peopleSeparators } from '../text/words';
import { refused, taken, type CellReading } from './reading';

/** A name and what stood beside it in the cell: 白建军（党员）. */
export interface NameCell {
  readonly name: string;
  readonly party?: true;
  readonly remark?: string;
}

const maxNameLength = 30;
const letters = /^[\p{L}\p{M}·.'’\- ]+$/u;
const bracketed = /^([^()]+)\(([^()]*)\)$/;

/** Reads the name of one person as it is stored; two in a cell are somebody else's to part. */
export function readNameCell(text: string): CellReading<NameCell> {
  const plain = text
    .normalize('NFKC')
    .replace(/[【[〔]/g, '(')
    .replace(/[\]】〕]/g, ')')
    .trim();
  const [, head = plain, remark = ''] = bracketed.exec(plain) ?? [];
  if (holdsSeveral(head.trim())) return refused('severalPeople');
  const reading = readName(head.replace(/[\r\n]+/g, ' '), maxNameLength);
  if (!reading.ok) return refused(reading.problem === 'long' ? 'nameLong' : 'nameCharacters');
  if (!letters.test(reading.value)) return refused('nameCharacters');
  const name = reading.value;
  if (remark.trim() === '') return taken<NameCell>({ name });
  if (partyWords.test(remark.trim())) return taken<NameCell>({ name, party: true });
  return taken<NameCell>({ name, remark: remark.trim() }, { code: 'nameRemark', detail: remark.trim() });
}

function holdsSeveral(text: string): boolean {
  const parts = text.split(peopleSeparators).filter((part) => part.trim() !== '');
  return parts.length > 1 || peopleAnd.test(text.replace(/\s/g, '')) || isPartedByBlanks(text);
}

/** 王 芳 is one person, 欧阳 娜娜 too; 张伟 李娜 may be two. */
function isPartedByBlanks(text: string): boolean {
  const pieces = text.split(/\s+/);
  const areHan = pieces.every((piece) => /^\p{Script=Han}{2,4}$/u.test(piece));
  return pieces.length > 1 && areHan && !(pieces.length === 2 && compoundSurname.test(pieces[0] ?? ''));
}

/** Whether a remark beside a name or number says that it is somebody else's. */
export const isOfOther = (remark: string | undefined): boolean => remark !== undefined && otherOwner.test(remark);
