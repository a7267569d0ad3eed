import { countSuffix, nothingWords } from '../text/words';
import { cellText, type Cell } from '../workbook';
import { refused, taken, unreadable, type CellReading } from './reading';

/** Reads how many there were: 31, 31人. */
export function readCount(cell: Cell): CellReading<number> {
  const text = cellText(cell).normalize('NFKC').replace(/\s/g, '').replace(countSuffix, '');
  const problem = unreadable(cell);
  if (problem) return problem;
  if (nothingWords.test(text)) return taken<number>(undefined);
  return /^\d{1,6}$/.test(text) && cell.type !== 'time' ? taken(Number(text)) : refused('numberUnreadable');
}

/** Reads a longitude or latitude in degrees. */
export function readDegrees(cell: Cell): CellReading<number> {
  const text = cellText(cell)
    .normalize('NFKC')
    .replace(/[\s°NE]/g, '');
  const problem = unreadable(cell);
  if (problem) return problem;
  if (nothingWords.test(text)) return taken<number>(undefined);
  return /^\d{1,3}(?:\.\d+)?$/.test(text) && cell.type !== 'time' ? taken(Number(text)) : refused('coordinates');
}
