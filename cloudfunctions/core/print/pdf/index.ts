/** Writes pages as PDF with the font embedded, so that every machine prints the same. */
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, rgb, type PDFFont, type PDFImage, type PDFPage } from 'pdf-lib';
import { millimetresPerPoint, type Mark, type PaperPage } from '../drawing';
import { withEvenGlyphs } from './even-glyphs';

const points = (millimetres: number): number => millimetres / millimetresPerPoint;

function colourOf(hex: string) {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return rgb(part(1), part(3), part(5));
}

/**
 * The same pages give the same bytes: the file does not say when it was made.
 *
 * @param font a TrueType font; only the glyphs that are used go into the file
 * @returns the file, and the characters for which the font has no glyph: they are not printed blank without a word
 */
export async function writePdf(
  pages: readonly PaperPage[],
  font: Buffer,
): Promise<{ readonly bytes: Buffer; readonly missing: readonly string[] }> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(withEvenGlyphs(fontkit));
  const embedded = await document.embedFont(font, { subset: true });
  const known = new Set(embedded.getCharacterSet());
  const pictures = new Map<Buffer, PDFImage>();
  for (const page of pages) {
    const drawn = document.addPage([points(page.width), points(page.height)]);
    for (const mark of page.marks) await draw(drawn, { document, font: embedded, height: page.height, pictures }, mark);
  }
  const texts = pages.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])));
  const letters = new Set(texts.flatMap((text) => Array.from(printable(text))));
  const missing = [...letters].filter((letter) => !known.has(letter.codePointAt(0) ?? 0));
  return { bytes: Buffer.from(await document.save()), missing };
}

/** What tells which characters of a text a font has no glyph for, each once. */
export function glyphFinder(font: Buffer): (text: string) => readonly string[] {
  const known = new Set(fontkit.create(font).characterSet);
  return (text) => [...new Set(Array.from(printable(text)))].filter((letter) => !known.has(letter.codePointAt(0) ?? 0));
}

/** One form of each character: where a radical stands beside its character, both would be read as the radical. */
function printable(text: string): string {
  return text.normalize('NFKC');
}

/** Of a line's own width, how far it begins to the left of its place. */
const shiftOf = { left: 0, middle: 0.5, right: 1 } as const;

interface Paper {
  readonly document: PDFDocument;
  readonly font: PDFFont;
  /** Of the page, in millimetres: PDF counts from below. */
  readonly height: number;
  /** Those that are in the file already. */
  readonly pictures: Map<Buffer, PDFImage>;
}

/**
 * WeChat hands codes out as JPEG or as PNG. The library reads a JPEG from the beginning of the memory that its bytes
 * lie in, which they may share with others: it gets a copy that shares none.
 */
async function embedPicture({ document, pictures }: Paper, bytes: Buffer): Promise<PDFImage> {
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  const picture =
    pictures.get(bytes) ?? (isJpeg ? await document.embedJpg(Uint8Array.from(bytes)) : await document.embedPng(bytes));
  pictures.set(bytes, picture);
  return picture;
}

async function draw(page: PDFPage, paper: Paper, mark: Mark): Promise<void> {
  const { font, height } = paper;
  const from = { x: points(mark.x), y: points(height - mark.y) };
  switch (mark.kind) {
    case 'text': {
      const text = printable(mark.text);
      const shift = font.widthOfTextAtSize(text, mark.size) * shiftOf[mark.align ?? 'left'];
      page.drawText(text, { ...from, x: from.x - shift, size: mark.size, font, color: colourOf(mark.colour) });
      return;
    }
    case 'disc':
      page.drawCircle({ ...from, size: points(mark.radius), color: colourOf(mark.colour) });
      return;
    case 'line':
      page.drawLine({
        start: from,
        end: { x: points(mark.toX), y: points(height - mark.toY) },
        thickness: 0.5,
        color: colourOf(mark.colour),
        ...(mark.dashed && { dashArray: [2, 2] }),
      });
      return;
    case 'box':
      page.drawRectangle({
        x: from.x,
        y: points(height - mark.y - mark.height),
        width: points(mark.width),
        height: points(mark.height),
        color: colourOf(mark.colour),
      });
      return;
    case 'picture': {
      const picture = await embedPicture(paper, mark.png);
      const side = points(mark.side);
      page.drawImage(picture, { x: from.x, y: points(height - mark.y - mark.side), width: side, height: side });
    }
  }
}
