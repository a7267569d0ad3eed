import { addButton, addChild } from '../../builtin/overlay/layer';
import { createDetector } from './platform/barcode';

/** Between two looks at the camera's picture. */
const lookMs = 250;

async function look(
  video: HTMLVideoElement,
  detect: (source: HTMLVideoElement) => Promise<string | undefined>,
  stopped: AbortSignal,
): Promise<string | undefined> {
  while (!stopped.aborted) {
    const text = await detect(video).catch(() => undefined);
    if (text !== undefined) return text;
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
  return undefined;
}

async function start(box: HTMLElement, stopped: AbortController, found: (text: string) => void): Promise<void> {
  const detect = createDetector();
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  stopped.signal.addEventListener('abort', () => stream.getTracks().forEach((track) => track.stop()));
  const video = addChild(box, 'video', 'wx-scan-video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  await video.play();
  const text = detect === undefined ? undefined : await look(video, detect, stopped.signal);
  if (text !== undefined) found(text);
}

/** Offers the camera where this browser can read QR codes. Answers how to switch it off. */
export function watchCamera(box: HTMLElement, found: (text: string) => void): () => void {
  const stopped = new AbortController();
  if (createDetector() !== undefined && navigator.mediaDevices !== undefined) {
    const holder = addChild(box, 'div', 'wx-scan-camera');
    addButton(holder, 'wx-sheet-item', '打开摄像头', () => {
      start(holder, stopped, found).catch((error: unknown) =>
        addChild(holder, 'div', 'wx-permission-line', `摄像头打不开：${error instanceof Error ? error.message : ''}`),
      );
    });
  }
  return () => stopped.abort();
}
