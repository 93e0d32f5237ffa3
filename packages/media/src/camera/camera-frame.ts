/** A picture of the camera. Whoever gets it closes it, or hands it over to a worker that does. */
export interface CameraFrame {
  /** In a browser without `VideoFrame` a bitmap. */
  readonly image: VideoFrame | ImageBitmap;
  /**
   * Seconds on the clock of `performance.now()`, when the picture was captured as far as the browser
   * tells, else when it was shown. Never earlier than that of the picture before.
   */
  readonly time: number;
}
