#!/usr/bin/env bash
# image-size 2.1.0 gives width and height of an AVIF that is turned by a quarter the wrong way round, and no orientation: it does
# not look at the property "irot" of the file, which readers have to apply. sharp writes such files from photos that were taken
# upright when it keeps their metadata. For a JPEG image-size tells the orientation. In an SVG whose viewBox has commas, as SVG 2
# allows, width and height are undefined without an error, though its types promise numbers. Sites put both into width and height
# of <img>, so that the page keeps the right place free.
#
# Output seen:
#   turned JPEG: image-size 40x20, orientation 6, sharp turned 20x40
#   turned AVIF: image-size 40x20, orientation undefined, sharp turned 20x40
#   viewBox="0 0 40 20": image-size 40x20
#   viewBox="0,0,40,20": image-size undefinedxundefined
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-save image-size@2.1.0 sharp@0.35.5
cat >measure.mjs <<'JS'
import { imageSize } from 'image-size';
import sharp from 'sharp';
const picture = sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } }).withMetadata({ orientation: 6 });
for (const format of ['jpeg', 'avif']) {
  const bytes = await picture.clone().toFormat(format).toBuffer();
  const { width, height, orientation } = imageSize(bytes);
  const { autoOrient } = await sharp(bytes).metadata();
  const turned = `${autoOrient.width}x${autoOrient.height}`;
  console.log(`turned ${format.toUpperCase()}: image-size ${width}x${height}, orientation ${orientation}, sharp turned ${turned}`);
}
for (const box of ['0 0 40 20', '0,0,40,20']) {
  const { width, height } = imageSize(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"/>`));
  console.log(`viewBox="${box}": image-size ${width}x${height}`);
}
JS
node measure.mjs | tee output
diff output - <<'OUT'
turned JPEG: image-size 40x20, orientation 6, sharp turned 20x40
turned AVIF: image-size 40x20, orientation undefined, sharp turned 20x40
viewBox="0 0 40 20": image-size 40x20
viewBox="0,0,40,20": image-size undefinedxundefined
OUT
