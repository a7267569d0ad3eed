import { CFB } from '@e965/xlsx';

/** Where the upper left corner of a picture stands, counted from 0. */
export interface PicturePlace {
  readonly column: number;
  readonly row: number;
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** English Metric Units of a millimetre. */
const emusPerMillimetre = 36_000;
const sideMm = 45;

/**
 * Puts a PNG beside the cells of the first sheet of an xlsx: the library writes none. A drawing names the picture, the
 * sheet names the drawing, and the list of contents names their kinds (ECMA-376, part 1, 20.5).
 *
 * @throws Error for a file that is no such workbook
 */
export function withPicture(workbook: Buffer, png: Buffer, place: PicturePlace): Buffer {
  const zip = CFB.read(workbook, { type: 'buffer' });
  const read = (path: string): string => {
    const found = CFB.find(zip, path);
    if (!found) throw new Error(`the workbook has no ${path}`);
    return Buffer.from(found.content).toString('utf8');
  };
  const put = (path: string, content: string | Buffer): void => {
    CFB.utils.cfb_add(zip, `/${path}`, typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
  };
  const sheet = '/xl/worksheets/sheet1.xml';
  put('xl/worksheets/sheet1.xml', withDrawing(read(sheet)));
  put('xl/worksheets/_rels/sheet1.xml.rels', relationOf('drawing', '../drawings/drawing1.xml'));
  put('xl/drawings/drawing1.xml', drawingAt(place));
  put('xl/drawings/_rels/drawing1.xml.rels', relationOf('image', '../media/image1.png'));
  put('xl/media/image1.png', png);
  put('[Content_Types].xml', withTypes(read('/[Content_Types].xml')));
  const bytes: unknown = CFB.write(zip, { type: 'buffer', fileType: 'zip', compression: true });
  if (!Buffer.isBuffer(bytes)) throw new TypeError('the library wrote no buffer');
  return bytes;
}

/** The drawing stands behind the cells and what the library writes after them, as the order of the format wants it. */
function withDrawing(sheet: string): string {
  const named = sheet.includes('xmlns:r=') ? sheet : sheet.replace('<worksheet ', `<worksheet xmlns:r="${relations}" `);
  return named.replace('</worksheet>', '<drawing r:id="rId1"/></worksheet>');
}

function withTypes(types: string): string {
  const png = types.includes('Extension="png"') ? '' : '<Default Extension="png" ContentType="image/png"/>';
  const kind = 'application/vnd.openxmlformats-officedocument.drawing+xml';
  const part = `<Override PartName="/xl/drawings/drawing1.xml" ContentType="${kind}"/>`;
  return types.replace('</Types>', `${png}${part}</Types>`);
}

function relationOf(kind: 'drawing' | 'image', target: string): string {
  const relation = `<Relationship Id="rId1" Type="${relations}/${kind}" Target="${target}"/>`;
  return `${declaration}<Relationships xmlns="${packages}">${relation}</Relationships>`;
}

function drawingAt({ column, row }: PicturePlace): string {
  const side = sideMm * emusPerMillimetre;
  const at = (axis: 'col' | 'row', count: number) =>
    `<xdr:${axis}>${count}</xdr:${axis}><xdr:${axis}Off>0</xdr:${axis}Off>`;
  const from = `<xdr:from>${at('col', column)}${at('row', row)}</xdr:from>`;
  const size = `<a:xfrm><a:off x="0" y="0"/><a:ext cx="${side}" cy="${side}"/></a:xfrm>`;
  const shape = `<xdr:spPr>${size}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>`;
  const fill = '<xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>';
  const named = '<xdr:nvPicPr><xdr:cNvPr id="2" name="QR"/><xdr:cNvPicPr/></xdr:nvPicPr>';
  const picture = `<xdr:pic>${named}${fill}${shape}</xdr:pic>`;
  const anchor = `${from}<xdr:ext cx="${side}" cy="${side}"/>${picture}<xdr:clientData/>`;
  const spaces = `xmlns:xdr="${drawing}/spreadsheetDrawing" xmlns:a="${drawing}/main" xmlns:r="${relations}"`;
  return `${declaration}<xdr:wsDr ${spaces}><xdr:oneCellAnchor>${anchor}</xdr:oneCellAnchor></xdr:wsDr>`;
}
