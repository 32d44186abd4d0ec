export const FILE_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type FileEncoding = (typeof FILE_ENCODINGS)[number]
export type EncodingVerdict =
  | { readonly encoding: FileEncoding; readonly bomBytes: number }
  | { readonly refused: 'EMPTY' | 'NOT_TEXT' | 'UNKNOWN_ENCODING' }

const SAMPLE_BYTES = 4_096
/** Share of NUL bytes at every other place from which text without a mark is taken for UTF-16. */
const NUL_SHARE = 0.3
/** The five bytes that windows-1252 gives no character. */
const UNASSIGNED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

const isControl = (byte: number): boolean => byte > 0 && byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d

/**
 * Looks at a file's bytes as they pass, whole, and says what they are written in. A mark decides; without one UTF-16
 * shows by its NULs, UTF-8 by being valid to the last byte, windows-1252 by leaving out what it has no sign for.
 */
export const createEncodingScan = () => {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const sample: number[] = []
  let bytes = 0
  let lines = 0
  let lastByte = 0
  let isUtf8 = true
  let hasControls = false
  let hasNuls = false
  let hasUnassigned = false

  const verdict = (): EncodingVerdict => {
    if (bytes === 0) return { refused: 'EMPTY' }
    const [a, b, c] = sample
    if (a === 0xef && b === 0xbb && c === 0xbf)
      return isUtf8 && !hasControls && !hasNuls ? { encoding: 'utf-8', bomBytes: 3 } : { refused: 'UNKNOWN_ENCODING' }
    if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', bomBytes: 2 }
    if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', bomBytes: 2 }
    const nuls = (parity: 0 | 1): number =>
      sample.filter((byte, place) => byte === 0 && place % 2 === parity).length / (sample.length / 2)
    if (hasControls) return { refused: 'NOT_TEXT' }
    if (sample.length >= 4 && nuls(1) > NUL_SHARE && nuls(0) < 0.05) return { encoding: 'utf-16le', bomBytes: 0 }
    if (sample.length >= 4 && nuls(0) > NUL_SHARE && nuls(1) < 0.05) return { encoding: 'utf-16be', bomBytes: 0 }
    if (hasNuls) return { refused: 'NOT_TEXT' }
    if (isUtf8) return { encoding: 'utf-8', bomBytes: 0 }
    return hasUnassigned ? { refused: 'UNKNOWN_ENCODING' } : { encoding: 'windows-1252', bomBytes: 0 }
  }
  return {
    push: (chunk: Uint8Array): void => {
      for (let n = 0; sample.length < SAMPLE_BYTES && n < chunk.length; n++) sample.push(chunk[n] ?? 0)
      bytes += chunk.length
      for (const byte of chunk) {
        if (byte === 0x0a) lines++
        if (byte === 0) hasNuls = true
        else if (isControl(byte)) hasControls = true
        if (UNASSIGNED.has(byte)) hasUnassigned = true
      }
      lastByte = chunk.at(-1) ?? lastByte
      if (isUtf8) isUtf8 = decodes(utf8, chunk, true)
    },
    /** Lines so far; a file is refused by it before it is whole. */
    lines: (): number => lines,
    bytes: (): number => bytes,
    finish: (): EncodingVerdict => {
      if (isUtf8) isUtf8 = decodes(utf8, new Uint8Array(), false)
      return verdict()
    },
  }
}

const decodes = (decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array, stream: boolean): boolean => {
  try {
    decoder.decode(chunk, { stream })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
