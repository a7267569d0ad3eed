import { addButton, addChild } from '../../builtin/overlay/layer';
import { createDetector } from './platform/barcode';

/** The time between two frames of the camera that are searched for a code. */
const detectIntervalMs = 250;

async function detectInVideo(
  video: HTMLVideoElement,
  detect: (source: HTMLVideoElement) => Promise<string | undefined>,
  stopped: AbortSignal,
): Promise<string | undefined> {
  while (!stopped.aborted) {
    const text = await detect(video).catch(() => undefined);
    if (text !== undefined) return text;
    await new Promise((resolve) => setTimeout(resolve, detectIntervalMs));
  }
  return undefined;
}

async function scan(box: HTMLElement, stopped: AbortController, onText: (text: string) => void): Promise<void> {
  const detect = createDetector();
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  stopped.signal.addEventListener('abort', () => stream.getTracks().forEach((track) => track.stop()));
  const video = addChild(box, 'video', 'wx-scan-video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  await video.play();
  const text = detect === undefined ? undefined : await detectInVideo(video, detect, stopped.signal);
  if (text !== undefined) onText(text);
}

/** Adds a button that scans with the camera, if this browser reads QR codes. Answers what switches the camera off. */
export function addCameraScanner(box: HTMLElement, onText: (text: string) => void): () => void {
  const stopped = new AbortController();
  if (createDetector() !== undefined && navigator.mediaDevices !== undefined) {
    const holder = addChild(box, 'div', 'wx-scan-camera');
    addButton(holder, 'wx-sheet-item', '打开摄像头', () => {
      scan(holder, stopped, onText).catch((error: unknown) =>
        addChild(holder, 'div', 'wx-permission-line', `摄像头打不开：${error instanceof Error ? error.message : ''}`),
      );
    });
  }
  return () => stopped.abort();
}
