import type { PhoneNumber } from '../../../../miniprogram/contracts/phone-number';
import { readPhonesCell } from '../cells/phones';
import type { RowInHand } from './row';

/** The numbers of a shop or a station, at which anybody may call: one of an office counts too. */
export function readOpenPhones(line: RowInHand): readonly PhoneNumber[] {
  return line.of('phone').flatMap(({ column, cell }) => {
    const read = cell && line.notes.take(column, cell, readPhonesCell(cell, line.settings.areaCode, true));
    return read?.phones ?? [];
  });
}
