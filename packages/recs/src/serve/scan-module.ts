/**
 * The scan's inner loop as WebAssembly with SIMD, assembled here byte by byte from the instructions below (WebAssembly
 * core specification 2.0, chapter 5), so that there is no compiler to install and no binary to trust.
 *
 * `scan(rows, vector, out, count, rowBytes)`: addresses in bytes, `rowBytes` a multiple of 32, `count` above 0.
 */
export function assembleScan(): Uint8Array<ArrayBuffer> {
  const [rows, vector, out, count, rowBytes, at, left, right] = [0, 1, 2, 3, 4, 5, 6, 7]
  const loadBoth = (offset: number): number[] => [
    ...get(rows),
    ...get(at),
    I32_ADD,
    ...simd(V128_LOAD),
    4,
    offset,
    ...get(vector),
    ...get(at),
    I32_ADD,
    ...simd(V128_LOAD),
    4,
    offset,
    ...simd(F32X4_MUL),
  ]
  const lane = (n: number): number[] => [...get(left), ...simd(F32X4_EXTRACT_LANE), n]
  const code = [
    ...loop(
      ...constI32(0),
      ...set(at),
      ...zeroV128(),
      ...set(left),
      ...zeroV128(),
      ...set(right),
      ...loop(
        // Two sums side by side: the additions of one would wait for each other.
        ...[...get(left), ...loadBoth(0), ...simd(F32X4_ADD), ...set(left)],
        ...[...get(right), ...loadBoth(16), ...simd(F32X4_ADD), ...set(right)],
        ...[...get(at), ...constI32(32), I32_ADD, ...tee(at), ...get(rowBytes), I32_LT_U, BR_IF, 0],
      ),
      ...[...get(left), ...get(right), ...simd(F32X4_ADD), ...set(left)],
      ...[...get(out), ...lane(0), ...lane(1), F32_ADD, ...lane(2), ...lane(3), F32_ADD, F32_ADD, F32_STORE, 2, 0],
      ...[...get(rows), ...get(rowBytes), I32_ADD, ...set(rows)],
      ...[...get(out), ...constI32(4), I32_ADD, ...set(out)],
      ...[...get(count), ...constI32(1), I32_SUB, ...tee(count), BR_IF, 0],
    ),
    END,
  ]
  const locals = [2, 1, I32, 2, V128] // one i32, two v128
  const body = [...locals, ...code]
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, 5, I32, I32, I32, I32, I32, 0]),
    ...section(2, [1, ...name('host'), ...name('memory'), 0x02, 0x00, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name('scan'), 0x00, 0]),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ])
}

const [I32, V128] = [0x7f, 0x7b]
const [END, BR_IF, I32_ADD, I32_SUB, I32_LT_U, F32_ADD, F32_STORE] = [0x0b, 0x0d, 0x6a, 0x6b, 0x49, 0x92, 0x38]
const [V128_LOAD, V128_CONST, F32X4_EXTRACT_LANE, F32X4_ADD, F32X4_MUL] = [0x00, 0x0c, 0x1f, 0xe4, 0xe6]

const simd = (instruction: number): number[] => [0xfd, ...unsigned(instruction)]
const get = (local: number): number[] => [0x20, local]
const set = (local: number): number[] => [0x21, local]
const tee = (local: number): number[] => [0x22, local]
const loop = (...body: number[]): number[] => [0x03, 0x40, ...body, END]
const zeroV128 = (): number[] => [...simd(V128_CONST), ...Array.from({ length: 16 }, () => 0)]
const constI32 = (value: number): number[] => [0x41, value] // below 64: one byte of signed LEB128
const section = (id: number, content: readonly number[]): number[] => [id, ...unsigned(content.length), ...content]
const name = (text: string): number[] => [text.length, ...[...text].map((letter) => letter.charCodeAt(0))]

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]
}
