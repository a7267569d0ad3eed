import { readEjson } from '../values/ejson';
import { isFields, isStored, type StoredDocument } from '../values/value';
import type { PageRow, RecordRow } from './statements';

/** Where an index has an entry. */
export interface EntryPosition {
  readonly key: Buffer;
  readonly record: number;
}

/** A committed document with its record in the file. */
export interface StoredRecord {
  readonly record: number;
  /** The document as the file has it: relaxed extended JSON, which is also the form of replies. */
  readonly body: string;
  /** Read from the body when it is first asked for. */
  readonly document: StoredDocument;
}

export class StoredRow implements StoredRecord {
  readonly record: number;
  readonly body: string;
  private decoded: StoredDocument | undefined;

  constructor(row: RecordRow) {
    this.record = row.record;
    this.body = row.body;
  }

  get document(): StoredDocument {
    return (this.decoded ??= decodeBody(this.body));
  }
}

/** The same with the key of an index at which it was found. */
class EntryRecord extends StoredRow implements EntryPosition {
  constructor(
    row: RecordRow,
    private readonly keyDigits: string,
  ) {
    super(row);
  }

  get key(): Buffer {
    return Buffer.from(this.keyDigits, 'hex');
  }
}

function linesOf(row: PageRow | undefined): string[] {
  return row === undefined || row.lines === null ? [] : row.lines.split('\n');
}

/** The entries of a page, in its order. */
export function entriesOf(row: PageRow | undefined): (EntryPosition & StoredRecord)[] {
  return linesOf(row).map(entryOf);
}

/** The documents of a page in natural order. */
export function recordsOf(row: PageRow | undefined): StoredRecord[] {
  return linesOf(row).map(recordOf);
}

function entryOf(line: string): EntryRecord {
  const first = line.indexOf(' ');
  const second = line.indexOf(' ', first + 1);
  return new EntryRecord(
    { record: Number(line.slice(0, first)), body: line.slice(second + 1) },
    line.slice(first + 1, second),
  );
}

function recordOf(line: string): StoredRow {
  const at = line.indexOf(' ');
  return new StoredRow({ record: Number(line.slice(0, at)), body: line.slice(at + 1) });
}

function decodeBody(body: string): StoredDocument {
  const document = readEjson(body);
  if (!isFields(document) || !isStored(document)) throw new Error(`a stored document has no _id: ${body.slice(0, 80)}`);
  return document;
}
