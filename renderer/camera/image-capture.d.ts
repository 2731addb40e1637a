// What Chromium has and the compiler's own list of the browser has not (W3C MediaStream Image Capture).
declare class ImageCapture {
  constructor(track: MediaStreamTrack);
  takePhoto(settings?: { imageWidth?: number; imageHeight?: number }): Promise<Blob>;
  getPhotoCapabilities(): Promise<{ imageWidth?: { max: number }; imageHeight?: { max: number } }>;
}
