/** Bits of a palette index. This takes a third of the bytes of true color. */
export const paletteBits = 4;

/** Number of colors of a palette. */
export const paletteSize = 2 ** paletteBits;

/** The share of a color in a mixture: from 0 for none of it to this for nothing else. */
export const fullShare = 63;

type Channels = readonly [red: number, green: number, blue: number];

/** The colors of a picture. */
export class Palette {
  readonly colors: readonly Channels[];
  readonly #mixtures = new Map<string, Uint8Array>();

  /** @param colors {@link paletteSize} colors as `#rrggbb` */
  constructor(colors: readonly string[]) {
    this.colors = colors.map(channelsOf);
  }

  /** The index of the color nearest to a given one. @param color as `#rrggbb` */
  indexOf(color: string): number {
    return this.#nearest(...channelsOf(color));
  }

  /**
   * Mixtures of two neighboring pixels, whose palette indices are in one byte, with a color. The byte at
   * `512 * share + pixels` is the result for the first pixel, and the one at `512 * share + 256 + pixels` that
   * for the second pixel.
   *
   * @param color as `#rrggbb`
   */
  mixturesWith(color: string): Uint8Array {
    let mixtures = this.#mixtures.get(color);
    if (!mixtures) {
      mixtures = this.#mix(channelsOf(color));
      this.#mixtures.set(color, mixtures);
    }
    return mixtures;
  }

  #mix([red, green, blue]: Channels): Uint8Array {
    const mixtures = new Uint8Array((fullShare + 1) * 512);
    for (let share = 0; share <= fullShare; share += 1) {
      const mix = (own: number, other: number) => own + ((other - own) * share) / fullShare;
      const indices = this.colors.map(([ownRed, ownGreen, ownBlue]) =>
        this.#nearest(mix(ownRed, red), mix(ownGreen, green), mix(ownBlue, blue)),
      );
      for (let byte = 0; byte < 256; byte += 1) {
        const first = byte >> paletteBits;
        const second = byte & (paletteSize - 1);
        mixtures[share * 512 + byte] = ((indices[first] ?? 0) << paletteBits) | second;
        mixtures[share * 512 + 256 + byte] = (first << paletteBits) | (indices[second] ?? 0);
      }
    }
    return mixtures;
  }

  #nearest(red: number, green: number, blue: number): number {
    let nearest = 0;
    let least = Infinity;
    this.colors.forEach((color, index) => {
      const difference = (color[0] - red) ** 2 + (color[1] - green) ** 2 + (color[2] - blue) ** 2;
      if (difference >= least) return;
      nearest = index;
      least = difference;
    });
    return nearest;
  }
}

function channelsOf(color: string): Channels {
  const number = Number.parseInt(color.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}
