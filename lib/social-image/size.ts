/** Pixels of a picture: what every network that shows pictures of pages shows whole. */
export const pictureSize = { width: 1200, height: 630 } as const;
