import { ApiFailure } from '../support/call';

export function loadImage(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new ApiFailure(`file not found or no picture: ${address}`));
    image.src = address;
  });
}

/** The sizes of a video in px and its duration in seconds; zeros for a video that this browser cannot read. */
export function loadVideo(address: string): Promise<{ width: number; height: number; duration: number }> {
  return new Promise((resolve) => {
    const video = document.createElement('video');
    video.preload = 'metadata';
    video.onloadedmetadata = () =>
      resolve({ width: video.videoWidth, height: video.videoHeight, duration: video.duration });
    video.onerror = () => resolve({ width: 0, height: 0, duration: 0 });
    video.src = address;
  });
}
