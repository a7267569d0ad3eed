import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** A part of a page, in millimetres from the upper left. */
export interface PagePart {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A page of a PDF as another program than the one that wrote it sees it. */
export interface SeenPage {
  readonly text: string;
  /** In dots of 300 dpi. */
  readonly width: number;
  readonly height: number;
  /** What a scanner reads in each of the parts that were asked for; null for nothing. */
  readonly codes: readonly (string | null)[];
  /** The colour in the middle of each of the parts: `#b9161c`. */
  readonly colours: readonly string[];
  /** The share of dark dots in each of the parts. */
  readonly inks: readonly number[];
}

/** Reads text, and the codes in parts of each page, with PDFium, which browsers print with. */
export async function seePdf(bytes: Uint8Array, parts: readonly PagePart[] = []): Promise<readonly SeenPage[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lianxin-pdf-'));
  try {
    const file = path.join(folder, 'seen.pdf');
    await writeFile(file, bytes);
    const script = path.resolve(__dirname, 'see-pdf.cjs');
    const { stdout } = await promisify(execFile)(process.execPath, [script, file, JSON.stringify(parts)], {
      maxBuffer: 50_000_000,
    });
    return JSON.parse(stdout) as SeenPage[];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
