/** Converts between text and bytes as WeChat's file system and base64 calls do. */

export function bytesToBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

export function base64ToBytes(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

const hexToBytes = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));

export function encode(data: unknown, encoding = 'utf8'): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0));
  if (data instanceof Uint8Array) return data.slice();
  const text = String(data ?? '');
  if (encoding === 'base64') return base64ToBytes(text);
  if (encoding === 'hex') return hexToBytes(text);
  if (encoding === 'binary' || encoding === 'latin1' || encoding === 'ascii')
    return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
  return new TextEncoder().encode(text);
}

/** Answers an ArrayBuffer without an encoding, text with one. */
export function decode(bytes: Uint8Array, encoding: string | undefined): string | ArrayBuffer {
  if (encoding === undefined) return Uint8Array.from(bytes).buffer;
  if (encoding === 'base64') return bytesToBase64(bytes);
  if (encoding === 'hex') return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (encoding === 'binary' || encoding === 'latin1' || encoding === 'ascii')
    return [...bytes].map((byte) => String.fromCharCode(byte)).join('');
  return new TextDecoder().decode(bytes);
}
