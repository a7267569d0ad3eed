/** The QR code that the host's phone draws by itself. */
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { create } from 'qrcode';
import { signCode, signCodeText, signWindowAt } from '../../miniprogram/contracts/sign-code';
import { pngOf } from '../../miniprogram/packages/branch/views/png';
import { maxQrBytes, qrCode, qrSize } from '../../miniprogram/packages/branch/views/qr-code';

const window = signWindowAt(Date.parse('2026-11-28T01:00:00.000Z'));
const textOf = (activityId: string, at: number) =>
  signCodeText({ activityId, window: at, code: signCode('0001020304050607', activityId, at) });

function read(text: string): string | undefined {
  const { data, width, height } = PNG.sync.read(Buffer.from(pngOf(qrCode(text))));
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

test('a reader reads back what was written, whatever it is', () => {
  for (let at = 0; at < 10; at += 1) {
    const text = textOf(`a${'0123456789abcdefghjk'.slice(at % 20)}`, window + at);
    expect(read(text)).toBe(text);
  }
  expect(read('')).toBe('');
  expect(read('~'.repeat(maxQrBytes))).toBe('~'.repeat(maxQrBytes));
});

test('every module is as another encoder has it', () => {
  for (const text of [textOf('party-day', window), 'x', 'a'.repeat(maxQrBytes)]) {
    const segments = [{ data: Buffer.from(text), mode: 'byte' as const }];
    const { modules } = create(segments, { version: 5, errorCorrectionLevel: 'L', maskPattern: 0 });
    expect(modules.size).toBe(qrSize);
    expect(qrCode(text).flat()).toEqual(Array.from(modules.data, (dark) => dark === 1));
  }
});

test('what does not fit is refused, and said', () => {
  expect(() => qrCode('a'.repeat(maxQrBytes + 1))).toThrow('at most 106 letters');
  expect(() => qrCode('活动')).toThrow('plain ASCII');
});
