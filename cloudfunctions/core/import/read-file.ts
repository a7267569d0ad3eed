import type { ImportKind } from '../../../miniprogram/contracts/import-row';
import { loadSurnameKey } from '../person/load-surname-key';
import type { ImportReading } from './entries';
import { readRows } from './read-rows';

/**
 * What an import makes of a file, from its bytes; library and readings of characters are loaded with the first one.
 * @param areaCode put before a landline that has none, `0351`
 * @throws WorkbookError of a file that is no spreadsheet, or cannot be read
 */
export async function readFile(kind: ImportKind, bytes: Uint8Array, areaCode: string): Promise<ImportReading> {
  const [{ readWorkbook }, surnameKeyOf] = await Promise.all([import('./workbook-reader'), loadSurnameKey()]);
  return readRows(kind, readWorkbook(bytes), { areaCode, surnameKeyOf });
}
