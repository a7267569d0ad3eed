import type { SlipView } from '../../../../miniprogram/contracts/passbook';
import { textWidth, type Mark, type PaperPage } from '../drawing';
import { dayOf, lineText, monthSlipText as words, plain, signed } from '../text/month-slip';
import { lineHeight, wrapLines } from './fit';

/** A4, upright. */
const sheet = { width: 210, height: 297 } as const;
const margin = 16;
const room = sheet.width - 2 * margin;
const ink = '#211c17';
const quiet = '#665d52';
const red = '#b9161c';
const rule = '#c9bfb2';
/** Of the code, in millimetres; a module of 53 is still half a millimetre wide. */
const codeSide = 40;
const footRoom = 14;
/** Signatures and keys are of wide letters, which `textWidth` takes for narrower ones. */
const proofShare = 0.86;

/** Sizes of type in points. */
interface Type {
  readonly title: number;
  readonly body: number;
  readonly note: number;
}

/** As a bank prints it, and for eyes that tire: nothing under 18 points but the proof, which is there to be copied. */
const types = {
  plain: { title: 22, body: 11, note: 9 },
  large: { title: 30, body: 20, note: 14 },
} as const satisfies Readonly<Record<string, Type>>;

/** What stands on the paper beside the slip itself. */
export interface MonthSlipLook {
  readonly community: string;
  readonly large: boolean;
  /** Rows of the QR from above, true for dark. */
  readonly code: readonly (readonly boolean[])[];
}

/** One thing that goes onto the paper as a whole: how high it is, and its marks from its own top. */
interface Block {
  readonly height: number;
  readonly marks: (top: number) => readonly Mark[];
}

/** The slip of a month: its lines with the balances around them, then the proof, which stays on one page. */
export function monthSlip(slip: SlipView, look: MonthSlipLook): readonly PaperPage[] {
  const type = types[look.large ? 'large' : 'plain'];
  const pages = inPages([...heading(slip, look, type), ...linesOf(slip, type), proof(slip, look, type)]);
  return pages.map((blocks, index) => {
    let top: number = margin;
    const marks = blocks.flatMap((block) => {
      const own = block.marks(top);
      top += block.height;
      return own;
    });
    const foot = words.page(index + 1, pages.length);
    return {
      ...sheet,
      marks: [
        { kind: 'box', x: 0, y: 0, width: sheet.width, height: 4, colour: red },
        ...marks,
        text(foot, { y: sheet.height - 8, size: type.note, colour: quiet }),
      ],
    };
  });
}

function inPages(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const pages: Block[][] = [[]];
  let left = sheet.height - margin - footRoom;
  for (const block of blocks) {
    if (block.height > left && (pages.at(-1)?.length ?? 0) > 0) {
      pages.push([]);
      left = sheet.height - margin - footRoom;
    }
    pages.at(-1)?.push(block);
    left -= block.height;
  }
  return pages;
}

function heading(slip: SlipView, { community }: MonthSlipLook, type: Type): readonly Block[] {
  return [
    textBlock(words.title(slip.month), { size: type.title, colour: ink }),
    textBlock(community, { size: type.body, colour: red }),
    textBlock(words.owner(slip), { size: type.body * 1.2, colour: ink }),
    sumBlock(words.opening, slip.opening, type),
  ];
}

function linesOf(slip: SlipView, type: Type): readonly Block[] {
  const lines = slip.lines.map((line) => lineBlock(line, type));
  const nothing = textBlock(words.nothing, { size: type.body, colour: quiet });
  return [...(lines.length === 0 ? [nothing] : lines), sumBlock(words.closing, slip.closing, type)];
}

/** A line of the book: its day and what it was, then how much it moved and left. */
function lineBlock(line: SlipView['lines'][number], type: Type): Block {
  const sums = `${signed(line.points)}   ${plain(line.balance)}`;
  const sumsWidth = textWidth(sums, type.body) + 6;
  const said = wrapLines(`${dayOf(line.at)}  ${lineText(line)}`, room - sumsWidth, { size: type.body, most: 3 });
  const high = lineHeight(type.body);
  return {
    height: said.length * high + 3,
    marks: (top) => [
      ...said.map((part, index) => text(part, { y: top + (index + 1) * high, size: type.body, colour: ink })),
      text(sums, { x: sheet.width - margin, y: top + high, size: type.body, colour: ink, align: 'right' }),
      ruleAt(top + said.length * high + 2),
    ],
  };
}

function sumBlock(title: string, points: number, type: Type): Block {
  const size = type.body * 1.1;
  const high = lineHeight(size) + 4;
  return {
    height: high + 2,
    marks: (top) => [
      text(title, { y: top + high - 2, size, colour: quiet }),
      text(plain(points), { x: sheet.width - margin, y: top + high - 2, size, colour: red, align: 'right' }),
      ruleAt(top + high),
    ],
  };
}

/** The code to scan and to read out, and what it stands for. */
function proof(slip: SlipView, { code }: MonthSlipLook, type: Type): Block {
  const beside = room - codeSide - 6;
  const groups = slip.code.split('-');
  const rows = Array.from({ length: Math.ceil(groups.length / 4) }, (_, row) => groups.slice(row * 4, row * 4 + 4));
  const codeSize = Math.min(type.body * 1.2, 15);
  const high = lineHeight(codeSize);
  const said = proofLines(slip).flatMap((line) => wrapLines(line, room * proofShare, { size: type.note, most: 6 }));
  const noteHigh = lineHeight(type.note);
  const top = 8 + lineHeight(type.note);
  const codeHeight = Math.max(codeSide, rows.length * high);
  return {
    height: top + codeHeight + 4 + said.length * noteHigh + 4,
    marks: (at) => [
      text(words.code, { x: margin + codeSide + 6, y: at + top - 2, size: type.note, colour: quiet }),
      ...drawnCode(code, { x: margin, y: at + top - lineHeight(type.note) }),
      ...rows.map((row, index) =>
        text(row.join('  '), {
          x: margin + codeSide + 6,
          y: at + top + (index + 1) * high,
          size: Math.min(codeSize, (codeSize * beside) / textWidth(row.join('  '), codeSize)),
          colour: ink,
        }),
      ),
      ...said.map((line, index) =>
        text(line, { y: at + top + codeHeight + 4 + (index + 1) * noteHigh, size: type.note, colour: quiet }),
      ),
    ],
  };
}

function proofLines({ sequence, hash, anchor, signature, publicKey, keyId }: SlipView): readonly string[] {
  return [
    words.how,
    sequence === 0 ? words.head(0) : `${words.head(sequence)}  ${words.fingerprint} ${hash.slice(0, 20)}`,
    anchor
      ? `${anchor.day} ${words.anchor}  ${words.anchorFingerprint} ${anchor.hash.slice(0, 20)}`
      : words.notAnchored,
    signature === undefined ? words.unsigned : `${words.signature} ${signature}`,
    ...(publicKey === undefined ? [] : [`${words.keyId} ${keyId ?? ''}`, `${words.publicKey} ${publicKey}`]),
  ];
}

/** Dark modules as boxes, those beside each other as one. */
function drawnCode(rows: MonthSlipLook['code'], { x, y }: { readonly x: number; readonly y: number }): readonly Mark[] {
  const side = codeSide / rows.length;
  return rows.flatMap((row, line) =>
    runsOf(row).map(({ from, length }): Mark => ({
      kind: 'box',
      x: x + from * side,
      y: y + line * side,
      width: length * side,
      height: side,
      colour: '#000000',
    })),
  );
}

function runsOf(row: readonly boolean[]): readonly { readonly from: number; readonly length: number }[] {
  const starts = row.flatMap((dark, at) => (dark && row[at - 1] !== true ? [at] : []));
  return starts.map((from) => {
    const end = row.findIndex((dark, at) => at > from && !dark);
    return { from, length: (end < 0 ? row.length : end) - from };
  });
}

function textBlock(said: string, { size, colour }: Pick<Text, 'size' | 'colour'>): Block {
  const high = lineHeight(size);
  const lines = wrapLines(said, room, { size, most: 3 });
  return {
    height: lines.length * high + 2,
    marks: (top) => lines.map((line, index) => text(line, { y: top + (index + 1) * high, size, colour })),
  };
}

const ruleAt = (y: number): Mark => ({ kind: 'line', x: margin, y, toX: sheet.width - margin, toY: y, colour: rule });

type Text = Extract<Mark, { kind: 'text' }>;

function text(said: string, at: Pick<Text, 'y' | 'size' | 'colour'> & Partial<Text>): Text {
  return { kind: 'text', x: margin, ...at, text: said };
}
