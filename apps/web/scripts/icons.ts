import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { MONOGRAM_PATH } from '../src/components/wordmark'

// Run by hand when the mark changes: `npx tsx scripts/icons.ts`. The PNGs are committed.
const INK = '#141d3d'
const ECRU = '#f6f1e7'
const MADDER = '#b3151b'
const folder = path.join(import.meta.dirname, '../public/icons')

/** The monogram over the woven edge. `scale` shrinks the mark into the safe zone of maskable icons. */
const icon = (scale: number): Buffer => {
  const ticks = Array.from({ length: 64 }, (_, place) => `<rect x="${place * 8}" y="0" width="2.5" height="34"/>`).join(
    '',
  )
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
    <rect width="512" height="512" fill="${INK}"/>
    <g transform="translate(256 ${scale === 1 ? 232 : 240}) scale(${4.1 * scale}) translate(-26 -62.5)" fill="${ECRU}"><path d="${MONOGRAM_PATH}"/></g>
    <g transform="translate(0 ${scale === 1 ? 436 : 388})"><g fill="${ECRU}" opacity=".5">${ticks}</g><rect y="12" width="512" height="10" fill="${MADDER}"/></g>
  </svg>`)
}

const write = (name: string, size: number, scale: number) =>
  sharp(icon(scale)).resize(size, size).png({ compressionLevel: 9, palette: true }).toFile(path.join(folder, name))

await Promise.all([
  write('icon-192.png', 192, 1),
  write('icon-512.png', 512, 1),
  write('maskable-512.png', 512, 0.74),
  write('apple-180.png', 180, 1),
  write('icon-32.png', 32, 1),
])

// Browsers ask for /favicon.ico on their own: an ICO is a 22-byte directory before the PNG itself.
const png = await readFile(path.join(folder, 'icon-32.png'))
const directory = Buffer.alloc(22)
directory.writeUInt16LE(1, 2) // an icon
directory.writeUInt16LE(1, 4) // of one picture
directory.writeUInt8(32, 6)
directory.writeUInt8(32, 7)
directory.writeUInt16LE(1, 10) // colour planes
directory.writeUInt16LE(32, 12) // bits a pixel
directory.writeUInt32LE(png.length, 14)
directory.writeUInt32LE(directory.length, 18)
await writeFile(path.join(folder, '../favicon.ico'), Buffer.concat([directory, png]))
