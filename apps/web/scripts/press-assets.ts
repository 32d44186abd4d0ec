import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/**
 * Last step of the build: what browsers fetch from `.next/static` is made ready to be sent.
 *
 * Scripts get V8's hint that their functions are called while the page loads. A bundle's modules are plain functions, which
 * V8 would otherwise compile one by one on the page's own thread at their first call; with the hint the threads that
 * download compile them. File names stand for their content before this step; the step is the same for each of them,
 * so a name still means one content. https://v8.dev/blog/explicit-compile-hints
 *
 * Texts get a Brotli and a gzip copy at their best beside them, so that no request waits for compression.
 */
const STATIC = path.join(import.meta.dirname, '../.next/static')
const HINT = '//# allFunctionsCalledOnLoad\n'
const TEXTS = new Set(['.js', '.css', '.svg', '.json', '.map', '.txt'])
/** Below this, in bytes, a compressed copy saves no packet. */
const SMALLEST = 1024

/** What a file weighs as it is and as most browsers get it, in bytes. */
type Weight = { readonly plain: number; readonly sent: number }

const press = async (file: string): Promise<Weight> => {
  const content = await readFile(file)
  const needsHint = file.endsWith('.js') && !content.subarray(0, HINT.length).equals(Buffer.from(HINT))
  const pressed = needsHint ? Buffer.concat([Buffer.from(HINT), content]) : content
  if (needsHint) await writeFile(file, pressed)
  if (pressed.length < SMALLEST) return { plain: pressed.length, sent: pressed.length }
  const [brotli, zip] = await Promise.all([
    promisify(brotliCompress)(pressed, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: pressed.length } }),
    promisify(gzip)(pressed, { level: constants.Z_BEST_COMPRESSION }),
  ])
  await Promise.all([writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, zip)])
  return { plain: pressed.length, sent: brotli.length }
}

const files = (await readdir(STATIC, { recursive: true }))
  .filter((file) => TEXTS.has(path.extname(file)))
  .map((file) => path.join(STATIC, file))
const weights = await Promise.all(files.map(press))
const kilobytes = (of: (weight: Weight) => number): number =>
  Math.round(weights.reduce((sum, weight) => sum + of(weight), 0) / 1024)
process.stdout.write(
  `${files.length} files pressed: ${kilobytes(({ plain }) => plain)} kB, as Brotli ${kilobytes(({ sent }) => sent)} kB\n`,
)
