const icons = {
  'icon-192.png': { size: 192, isMaskable: false },
  'icon-512.png': { size: 512, isMaskable: false },
  'maskable-512.png': { size: 512, isMaskable: true },
  'apple-180.png': { size: 180, isMaskable: true },
} as const;

/** An icon for home screens, served from `/icons`. */
export type IconName = keyof typeof icons;

// `Object.keys` cannot know that an object has no other keys than its type.
export const iconNames = Object.keys(icons) as IconName[];

export function isIconName(name: string): name is IconName {
  return name in icons;
}

/** Draws an icon as a PNG: a page with a turned corner and a tick. */
export async function iconPng(name: IconName): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded on demand, because callers that need only the names do not use it.
  const { default: sharp } = await import('sharp');
  const { size, isMaskable } = icons[name];
  // A mask may remove a fifth on each side (https://www.w3.org/TR/appmanifest/#icon-masks).
  const sign = size * (isMaskable ? 0.5 : 0.72);
  const corner = isMaskable ? 0 : size * 0.2;
  const offset = (size - sign) / 2;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">
    <rect width="${size}" height="${size}" rx="${corner}" fill="#1f4b8f"/>
    <g transform="translate(${offset} ${offset}) scale(${sign / 24})" fill="none" stroke="#ffffff" stroke-linejoin="round">
      <path d="M5 3h10l5 5v13H5z" stroke-width="1.75"/>
      <path d="M8.5 14.5l2.75 2.75 5-6.5" stroke-width="2" stroke-linecap="round"/>
    </g>
  </svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer());
}
