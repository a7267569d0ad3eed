import { CFB } from '@e965/xlsx';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { readSlipText, type SlipFormat } from '../../../miniprogram/contracts/slip';
import { readSlipCode, rememberedOf } from '../../../miniprogram/packages/passbook/views/slip-code';
import { formatSlipCode, parseSlipCode } from '../../../cloudfunctions/core/passbook/slip/slip-code';
import { readWorkbook } from '../../../cloudfunctions/core/import/workbook-reader';
import { cellText } from '../../../cloudfunctions/core/import/workbook';
import { bookLines } from '../../../cloudfunctions/core/passbook/entry';
import { anchors } from '../../../cloudfunctions/core/passbook/anchor/anchor';
import { monthSlip } from '../../../cloudfunctions/core/print/rules/month-slip';
import { bookOf, loadBooks } from '../../support/books';
import { couriersBranch, loadCommunity } from '../../support/community';
import { seePdf } from '../../support/pdf';
import { startApi, type ApiCloud } from '../../support/api';
import { postingsFor } from './edited-books';

jest.setTimeout(180_000);

const of = { unit: 'service', month: '2026-11', personId: 'p_young' } as const;
let cloud: ApiCloud;
beforeAll(async () => {
  const branch = { branchId: couriersBranch._id, branchName: couriersBranch.name };
  cloud = await startApi({
    functions: ['api', 'files', 'jobs'],
    demo: {
      load(database) {
        loadCommunity(database);
        loadBooks(database, [
          bookOf(postingsFor('nothing', 'p_young')),
          bookOf(postingsFor('nothing', 'p_rider').map((posting) => ({ ...posting, ...branch }))),
        ]);
      },
      personas: () => [],
    },
  });
  await cloud.control('/local/clock', { now: '2026-11-24T01:59:00+08:00', timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: 2 * 60_000 });
});
afterAll(() => cloud.close());

async function printed(format: SlipFormat, more: { readonly large?: boolean } = {}): Promise<Buffer> {
  const { fileUrl, missing } = await cloud.getAs('o_young', 'file.printMonthSlip', { ...of, format, ...more });
  expect(missing).toEqual([]);
  return Buffer.from(await (await fetch(fileUrl)).arrayBuffer());
}
const check = (input: { code: string; signature?: string; personId?: string }, openid = 'o_young') =>
  cloud.tryAs(openid, 'passbook.checkSlip', input);
const slipCode = async () => (await cloud.getAs('o_young', 'passbook.slip', of)).code;
const wholePage = { x: 0, y: 0, width: 210, height: 297 };

test('a month goes onto paper with its lines, its code and a QR that a scanner reads', async () => {
  const bytes = await printed('pdf');
  expect(await printed('pdf')).toEqual(bytes);
  const [page] = await seePdf(bytes, [wholePage]);
  const { code, signature } = await cloud.getAs('o_young', 'passbook.slip', of);
  expect(readSlipText(page!.codes[0]!)).toEqual({ code, signature });
  const words = page!.text.replace(/\s/g, '');
  for (const said of ['2026年11月存单', '月初余额', '月末余额25', ...code.split('-'), '2026-11-24封存', signature!])
    expect(words).toContain(said);
  const scanned = await check({ code, signature: signature! });
  expect(scanned).toMatchObject({
    ok: true,
    data: { unit: 'service', closing: 25, sequence: 5, anchorDay: '2026-11-24', signed: true },
  });
  expect(scanned.ok && scanned.data).not.toHaveProperty('wrong');
});

test('large type says the same in more room, and its QR is read as well', async () => {
  const slip = await cloud.getAs('o_young', 'passbook.slip', of);
  const [plain, large] = [await seePdf(await printed('pdf')), await seePdf(await printed('pdf', { large: true }))];
  const sizesOf = (isLarge: boolean) => {
    const many = Array.from({ length: 30 }, (_, at) => ({ ...slip.lines[0]!, sequence: at + 1 }));
    const pages = monthSlip({ ...slip, lines: many }, { community: '清河社区', large: isLarge, code: [[true]] });
    const sizes = pages.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.size] : [])));
    return { pages: pages.length, least: Math.min(...sizes) };
  };
  expect(sizesOf(true).least).toBeGreaterThanOrEqual(14);
  expect(sizesOf(true).pages).toBeGreaterThan(sizesOf(false).pages);
  const wordsOf = (pages: typeof plain) => pages.map(({ text }) => text.replace(/\s|第\d页，共\d页/g, '')).join('');
  for (const said of ['2026年11月存单', '月初余额', '月末余额25', '存单码'])
    expect(wordsOf(large).split(said)).toHaveLength(wordsOf(plain).split(said).length);
  const codes = (await seePdf(await printed('pdf', { large: true }), [wholePage])).flatMap((page) => page.codes);
  expect(codes.flatMap((one) => (one === null ? [] : [readSlipText(one)?.code]))).toEqual([await slipCode()]);
});

test('a spreadsheet holds the same lines, the code, and its QR as a picture', async () => {
  const bytes = await printed('xlsx');
  const rows = readWorkbook(bytes).sheets[0]!.rows.map(({ cells }) => [...cells.values()].map(cellText));
  const code = await slipCode();
  expect(rows).toContainEqual(['存单码', code]);
  expect(rows.filter(([first]) => /^\d+$/.test(first ?? ''))).toHaveLength(5);
  const zip = CFB.read(bytes, { type: 'buffer' }) as { FullPaths: string[] };
  const image = CFB.find(zip as never, '/xl/media/image1.png') as { content: Uint8Array };
  const { data, width, height } = PNG.sync.read(Buffer.from(image.content));
  expect(readSlipText(jsQR(new Uint8ClampedArray(data), width, height)!.data)?.code).toBe(code);
});

test("a slip of another book, of nobody, and one that is not the caller's are told apart", async () => {
  const code = await slipCode();
  const rider = { ...of, personId: 'p_rider' };
  const other = await cloud.getAs('o_inspector', 'passbook.slip', rider);
  expect(await check({ code: other.code })).toMatchObject({ ok: true, data: { wrong: 'otherBook' } });
  expect(await check({ code: other.code, personId: 'p_rider' }, 'o_inspector')).toMatchObject({
    ok: true,
    data: { closing: 25, anchorDay: '2026-11-24' },
  });
  expect(await check({ code, personId: 'p_rider' })).toMatchObject({ code: 'FORBIDDEN', field: 'personId' });
  expect(await check({ code: other.code, personId: 'p_rider' }, 'o_secretary')).toMatchObject({ code: 'NOT_FOUND' });
  expect(await check({ code: `1${code.slice(1)}` })).toMatchObject({ code: 'INVALID_INPUT', field: 'code' });
  expect(await check({ code, signature: other.signature! })).toMatchObject({ data: { wrong: 'otherSignature' } });
  const print = { ...rider, format: 'pdf' } as const;
  expect(await cloud.tryAs('o_young', 'file.printMonthSlip', print)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await cloud.tryAs('o_secretary', 'file.printMonthSlip', print)).toMatchObject({ code: 'NOT_FOUND' });
});

test('what the phone reads of a code by itself is what the function reads, whatever stands in it', async () => {
  const code = await slipCode();
  const { month, sequence, bookTag, hashStart } = parseSlipCode(code)!;
  expect(readSlipCode(code.toLowerCase().replaceAll('-', ' '))).toEqual({ month, sequence, bookTag, hashStart });
  for (let at = 0; at < code.length; at += 1) {
    if (code[at] === '-') continue;
    const typo = code.slice(0, at) + (code[at] === 'Z' ? 'Y' : 'Z') + code.slice(at + 1);
    expect([at, readSlipCode(typo)]).toEqual([at, null]);
  }
  const random = Array.from({ length: 50 }, (_, index) =>
    formatSlipCode({
      bookTag: index.toString(16).padStart(10, 'c'),
      month: `20${String(10 + index)}-${String((index % 12) + 1).padStart(2, '0')}`,
      sequence: index * 331_777,
      hashStart: (index * 7919).toString(16).padStart(20, 'e'),
      anchor: index % 2 === 0 ? null : { day: '2026-11-24', hashStart: 'ab12cd34' },
    }),
  );
  for (const one of random) expect(readSlipCode(one)).toMatchObject({ month: parseSlipCode(one)!.month });
  const { hash } = await cloud.getAs('o_young', 'passbook.slip', of);
  const seen = { book: 'p_young/service', sequence, hash };
  expect(rememberedOf(readSlipCode(code)!, [seen])).toBe('same');
  expect(rememberedOf(readSlipCode(code)!, [{ ...seen, hash: 'f'.repeat(64) }])).toBe('other');
  expect(rememberedOf(readSlipCode(code)!, [{ ...seen, book: 'p_rider/service' }])).toBe('unknown');
});

test('a line or an anchor that was changed behind the paper is named, and a line that is gone', async () => {
  const { code, signature } = await cloud.getAs('o_young', 'passbook.slip', of);
  const { database } = await cloud.services();
  const scanned = { code, signature: signature! };
  const anchor = `qinghe:2026-11-24`;
  const stood = (await database.get(anchors, anchor))!;
  await database.updateWhere(anchors, { _id: anchor }, { set: { hash: 'f'.repeat(64) } });
  expect(await check(scanned)).toMatchObject({ data: { wrong: 'otherAnchor' } });
  await database.removeWhere(anchors, { _id: anchor });
  expect(await check(scanned)).toMatchObject({ data: { wrong: 'missingAnchor' } });
  await database.insert(anchors, stood);
  expect(await check(scanned)).toMatchObject({ data: { signed: true } });
  const last = { bookId: 'p_young:service', sequence: 5 };
  await database.updateWhere(bookLines, last, { set: { hash: 'a'.repeat(64) } as never });
  expect(await check(scanned)).toMatchObject({ data: { wrong: 'otherLine' } });
  await database.removeWhere(bookLines, last);
  expect(await check(scanned)).toMatchObject({ data: { wrong: 'missingLine' } });
});
