/** All books of the branch: how often each was written in, and what a check of them finds. */
import type { Output } from '../../../contracts/api';
import type { BrokenBook } from '../../../contracts/book-fault';
import { nameApart } from '../../../text/person/name-apart';

type PersonWithBook = Output<'passbook.list'>['people'][number];

export function bookLine({ countThisYear, contested }: PersonWithBook): string {
  return contested > 0 ? `今年记 ${countThisYear} 次\u00a0· 有异议，等回话` : `今年记 ${countThisYear} 次`;
}

export function brokenLine(book: BrokenBook): string {
  return `${nameApart(book)}：第 ${book.firstBrokenSequence} 笔起对不上`;
}

/** While the check runs, and when it is done. */
export function auditLine(books: number, brokenBooks: number, isDone: boolean): string {
  if (!isDone) return `查了 ${books} 本，还在查`;
  return brokenBooks === 0 ? `${books} 本都查过，账目完整` : `${books} 本都查过，${brokenBooks} 本对不上`;
}
