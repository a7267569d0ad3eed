/** The Shape Detection API, as far as it is used; TypeScript's DOM library does not have it. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { rawValue: string }[]>;
}

type DetectorClass = new (options: { formats: string[] }) => Detector;

/** Reads the first QR code of a picture; undefined where the browser cannot read any. */
export function createDetector(): ((source: HTMLVideoElement) => Promise<string | undefined>) | undefined {
  const found = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (found === undefined) return undefined;
  const detector = new found({ formats: ['qr_code'] });
  return async (source) => (await detector.detect(source))[0]?.rawValue;
}
