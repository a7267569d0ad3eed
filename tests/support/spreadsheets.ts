import { CFB, utils, write, type BookType, type WorkBook } from '@e965/xlsx';

/** A row of a table: text, or a number; null for no cell. */
export type Line = readonly (string | number | null)[];

export interface BookSettings {
  readonly date1904?: boolean;
  /** Names of sheets that are hidden. */
  readonly hidden?: readonly string[];
}

/** A book of a spreadsheet program, with dates in the cells that `days` names as serials. */
export function bookOf(
  sheets: Readonly<Record<string, readonly Line[]>>,
  type: BookType,
  settings: BookSettings = {},
): Buffer {
  const names = Object.keys(sheets);
  const book: WorkBook = {
    SheetNames: names,
    Sheets: Object.fromEntries(
      names.map((name) => [name, utils.aoa_to_sheet((sheets[name] ?? []).map((line) => [...line]))]),
    ),
    Workbook: {
      WBProps: { date1904: settings.date1904 ?? false },
      Sheets: names.map((name) => ({ Hidden: settings.hidden?.includes(name) ? 1 : 0 })),
    },
  };
  return write(book, { type: 'buffer', bookType: type }) as Buffer;
}

/**
 * A zip with the parts of an xlsx book as a test writes them, which no library would: `sheet` is what stands in
 * `sheetData`, `formats` are the ids of number formats by style, and `shared` is what stands in `sst`.
 */
export function xlsxOf(parts: {
  readonly sheet: string;
  readonly formats?: readonly number[];
  readonly shared?: string;
  /** The number format 164. */
  readonly ownFormat?: string;
  readonly workbook?: string;
}): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const vendor = 'application/vnd.openxmlformats';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const styles = (parts.formats ?? []).map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('');
  const code = (parts.ownFormat ?? 'General').replace(/"/g, '&quot;');
  const own = `<numFmts count="1"><numFmt numFmtId="164" formatCode="${code}"/></numFmts>`;
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      `<Default Extension="rels" ContentType="${vendor}-package.relationships+xml"/>` +
      ['workbook:sheet.main', 'worksheets/sheet1:worksheet', 'styles:styles', 'sharedStrings:sharedStrings']
        .map((part) => part.split(':'))
        .map(
          ([name, type]) =>
            `<Override PartName="/xl/${name}.xml" ContentType="${vendor}-officedocument.spreadsheetml.${type}+xml"/>`,
        )
        .join('') +
      '</Types>',
    '_rels/.rels':
      `<Relationships xmlns="${packages}/relationships">` +
      `<Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${packages}/relationships">` +
      ['worksheet:worksheets/sheet1', 'styles:styles', 'sharedStrings:sharedStrings']
        .map((part) => part.split(':'))
        .map(
          ([type, name], index) =>
            `<Relationship Id="r${index + 1}" Type="${relations}/${type}" Target="${name}.xml"/>`,
        )
        .join('') +
      '</Relationships>',
    'xl/workbook.xml':
      `<workbook xmlns="${main}" xmlns:r="${relations}">${parts.workbook ?? ''}` +
      '<sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/styles.xml': `<styleSheet xmlns="${main}">${own}<cellXfs><xf numFmtId="0"/>${styles}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${parts.shared ?? ''}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${parts.sheet}</sheetData></worksheet>`,
  };
  return zipOf(files);
}

export function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const zip = CFB.utils.cfb_new();
  for (const [name, text] of Object.entries(files)) CFB.utils.cfb_add(zip, name, Buffer.from(text));
  return Buffer.from(CFB.write(zip, { type: 'buffer', fileType: 'zip', compression: true }) as Buffer);
}

/** A compound file, in which xls books, older documents and books with a password lie. */
export function compoundFileOf(streams: Readonly<Record<string, Buffer>>): Buffer {
  const file = CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, name, bytes);
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Buffer);
}

/** An xls book whose every cell has one number format, which is named by its number alone. */
export function withXlsFormat(book: Buffer, format: number): Buffer {
  const file: unknown = CFB.read(book, { type: 'buffer' });
  const { content } = CFB.find(file, '/Workbook') as { content: Uint8Array };
  const records = Buffer.from(content);
  for (let at = 0; at + 4 <= records.length; at += 4 + records.readUInt16LE(at + 2))
    if (records.readUInt16LE(at) === extendedFormat) records.writeUInt16LE(format, at + 6);
  return compoundFileOf({ '/Workbook': records });
}
/** [MS-XLS] 2.4.353: its second field is the number format. */
const extendedFormat = 0xe0;
