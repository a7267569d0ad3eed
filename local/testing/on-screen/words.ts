import { nameOf, type Fault } from './fault';
import { linesOf, type Piece } from './pieces';

/** Chinese breaks a line between any two characters; a label of so few is one word and stays on one line. */
const wordLimit = 6;
/** Numbers, telephone numbers with their hyphens or gaps, and Latin words. */
const unbroken = /\d{3,4}-\d{7,8}|1\d{2} \d{4} \d{4}|[0-9A-Za-z]+/g;

/** A column that is one character wide. */
function isColumn(lines: readonly string[]): boolean {
  return lines.some((line, index) => line.trim().length === 1 && lines[index + 1]?.trim().length === 1);
}

/** Where the lines end, counted in characters that are no space. */
function breaksOf(lines: readonly string[]): number[] {
  let at = 0;
  return lines.slice(0, -1).map((line) => (at += line.replace(/\s/g, '').length));
}

function breaksARun(text: string, breaks: readonly number[]): boolean {
  const packed = (end: number): number => text.slice(0, end).replace(/\s/g, '').length;
  return [...text.matchAll(unbroken)].some(({ 0: run, index }) =>
    breaks.some((at) => at > packed(index) && at < packed(index + run.length)),
  );
}

/** Finding the characters of a line is slow: only where there is a run that could break, or a line of one character. */
function mayBreak({ text, rects, style }: Piece): boolean {
  const narrow = 1.5 * Number.parseFloat(style.fontSize);
  return rects.length > 1 && (text.search(unbroken) >= 0 || rects.some(({ width }) => width < narrow));
}

/** Words and numbers that go on in the next line, and columns of single characters. */
export function brokenWords(pieces: readonly Piece[]): Fault[] {
  return pieces.flatMap((piece) => {
    const { element, text } = piece;
    const isWord = text.trim().length <= wordLimit && !/\s/.test(text.trim());
    if (!isWord && !mayBreak(piece)) return [];
    const lines = linesOf(piece);
    if (lines.length < 2) return [];
    if (!isWord && !isColumn(lines) && !breaksARun(text, breaksOf(lines))) return [];
    return [{ kind: 'word broken', where: nameOf(element), detail: lines.join(' / ') }];
  });
}

function blockOf(element: Element): Element {
  let block = element;
  while (block.parentElement && getComputedStyle(block).display === 'inline') block = block.parentElement;
  return block;
}

function dotRect({ node, text }: Piece, at: number): DOMRect | undefined {
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, at + 1);
  return text[at] === '·' ? range.getClientRects()[0] : undefined;
}

/** Lines that begin with the dot that was to stand between two things. */
export function leadingDots(pieces: readonly Piece[]): Fault[] {
  return pieces.flatMap((piece) => {
    if (!piece.text.includes('·')) return [];
    const block = blockOf(piece.element);
    const beside = pieces.filter(({ element }) => block.contains(element)).flatMap(({ rects }) => rects);
    const leads = [...piece.text].some((_, at) => {
      const dot = dotRect(piece, at);
      if (!dot) return false;
      const middle = (dot.top + dot.bottom) / 2;
      return !beside.some((rect) => rect.left < dot.left - 1 && rect.top < middle && rect.bottom > middle);
    });
    return leads ? [{ kind: 'line begins with a dot', where: nameOf(piece.element) }] : [];
  });
}
