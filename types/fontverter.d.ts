declare module 'fontverter' {
  /** The same font in another container, such as one that a browser loads. */
  export function convert(font: Uint8Array, format: 'sfnt'): Promise<Buffer>;
}
