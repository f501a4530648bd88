/** Size of a picture in pixels. All social networks show pictures of this size without cropping. */
export const pictureSize = { width: 1200, height: 630 } as const;
