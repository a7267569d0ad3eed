import { utils, write } from '@e965/xlsx';
import type { ImportView, OfferedKind } from '../../../miniprogram/contracts/import';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import { newRequest, type ApiCloud } from '../../support/api';

/** A spreadsheet of one sheet. */
export function sheetOf(lines: readonly (readonly (string | number)[])[]): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(lines.map((line) => [...line])), '名册');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

export const secretary = 'o_secretary';
let uploads = 0;

/** What somebody in the office does with a list, through the endpoints. */
export function office(cloud: ApiCloud, services: Services, openid = secretary) {
  const upload = (bytes: Buffer): Promise<string> => {
    uploads += 1;
    return services.storage.upload(`imports/list-${String(uploads).padStart(6, '0')}.xlsx`, bytes);
  };
  const advance = async (importId: string): Promise<ImportView> => {
    for (let share = 0; share < 20; share += 1) {
      const view = await cloud.getAs(openid, 'import.advance', { importId, requestId: newRequest() });
      if (view.state !== 'reading' && view.state !== 'applying') return view;
    }
    throw new Error(`import ${importId} does not come to an end: ${JSON.stringify(cloud.stored('fileTasks').at(-1))}`);
  };
  const check = async (kind: OfferedKind, bytes: Buffer): Promise<ImportView> => {
    const input = { kind, fileId: await upload(bytes), fileName: '名册.xlsx', requestId: newRequest() };
    return advance((await cloud.getAs(openid, 'import.start', input)).importId);
  };
  const apply = async ({ importId }: ImportView): Promise<ImportView> => {
    await cloud.getAs(openid, 'import.apply', { importId, requestId: newRequest() });
    return advance(importId);
  };
  const rows = (importId: string, fate: 'new' | 'changed' | 'unchanged' | 'duplicate' | 'refused', cursor?: string) =>
    cloud.getAs(openid, 'import.listRows', { importId, fate, ...(cursor !== undefined && { cursor }) });
  return {
    upload,
    check,
    apply,
    advance,
    rows,
    bring: async (kind: OfferedKind, bytes: Buffer) => apply(await check(kind, bytes)),
  };
}
