import {
  advance,
  assembleModule,
  BR_IF,
  constI32,
  END,
  F32,
  F32_GT,
  F32_LOAD,
  get,
  I32,
  I32_ADD,
  I32_LT_U,
  I32_SHL,
  I32_STORE,
  I32_SUB,
  IF_VOID,
  loadV128,
  loop,
  SIMD,
  set,
  simd,
  storeV128,
  tee,
  V128,
  type WasmFunction,
} from './wasm-assembly'

/** Rows that are scanned side by side. */
export const COARSE_ROWS = 8
/** Columns that are taken in one step. */
export const COARSE_COLUMNS = 2
const STEP_BYTES = COARSE_ROWS * COARSE_COLUMNS

/**
 * A scan over rows of bytes, and the search for what is above a bar, in WebAssembly with SIMD. Rows stand in blocks of
 * COARSE_ROWS: of all of them the first COARSE_COLUMNS columns, then of all of them the next, so that every lane adds up
 * a row of its own and nothing has to be added across lanes. `columns` is a multiple of COARSE_COLUMNS.
 *
 * `scan(rows, vector, scales, out, count)`: signed bytes times whole numbers of 16 bits, the sum of each row times its
 * scale as a float. Of the vector every COARSE_COLUMNS numbers stand four times over. Addresses in bytes, `count` a
 * multiple of COARSE_ROWS above 0.
 *
 * `above(scores, count, bar, out)`: writes the places of scores above the bar in order and answers the address after the
 * last; `count` a multiple of 4, `out` with room for `count` and one more.
 */
export const assembleCoarseScan = (columns: number): Uint8Array<ArrayBuffer> => assembleModule([scanOf(columns), ABOVE])

function scanOf(columns: number): WasmFunction {
  const steps = columns / COARSE_COLUMNS
  const [rows, vector, scales, out, count, piece, wanted, low, high] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  const half = (extend: number, sum: number, isFirst: boolean): number[] => [
    ...[...get(piece), ...simd(extend), ...get(wanted), ...simd(SIMD.i32x4Dot)],
    ...(isFirst ? set(sum) : [...get(sum), ...simd(SIMD.i32x4Add), ...set(sum)]),
  ]
  const step = (nth: number): number[] => [
    ...[...get(rows), ...loadV128(nth * STEP_BYTES), ...set(piece)],
    ...[...get(vector), ...loadV128(nth * 16), ...set(wanted)],
    ...half(SIMD.i16x8ExtendLow, low, nth === 0),
    ...half(SIMD.i16x8ExtendHigh, high, nth === 0),
  ]
  const write = (sum: number, offset: number): number[] => [
    ...[...get(out), ...get(sum), ...simd(SIMD.f32x4ConvertI32x4)],
    ...[...get(scales), ...loadV128(offset), ...simd(SIMD.f32x4Mul), ...storeV128(offset)],
  ]
  return {
    name: 'scan',
    takes: [I32, I32, I32, I32, I32],
    locals: [[4, V128]],
    code: loop(
      ...Array.from({ length: steps }, (_, nth) => step(nth)).flat(),
      ...[...write(low, 0), ...write(high, 16)],
      ...[...advance(rows, steps * STEP_BYTES), ...advance(scales, 4 * COARSE_ROWS), ...advance(out, 4 * COARSE_ROWS)],
      ...[...get(count), ...constI32(COARSE_ROWS), I32_SUB, ...tee(count), BR_IF, 0],
    ),
  }
}

const ABOVE = ((): WasmFunction => {
  const [scores, count, bar, out, place, bars] = [0, 1, 2, 3, 4, 5]
  // Written whether above or not; only what is above moves the place of the next: no branch to guess.
  const keep = (lane: number): number[] => [
    ...[...get(out), ...get(place), ...constI32(lane), I32_ADD, I32_STORE, 2, 0],
    ...[...get(out), ...get(scores), F32_LOAD, 2, 4 * lane, ...get(bar), F32_GT],
    ...[...constI32(2), I32_SHL, I32_ADD, ...set(out)],
  ]
  return {
    name: 'above',
    takes: [I32, I32, F32, I32],
    answers: I32,
    locals: [
      [1, I32],
      [1, V128],
    ],
    code: [
      ...[...get(bar), ...simd(SIMD.f32x4Splat), ...set(bars)],
      ...loop(
        ...[...get(scores), ...loadV128(0), ...get(bars), ...simd(SIMD.f32x4Gt), ...simd(SIMD.anyTrue)],
        ...[...IF_VOID, ...[0, 1, 2, 3].flatMap(keep), END],
        ...advance(scores, 16),
        ...[...get(place), ...constI32(4), I32_ADD, ...tee(place), ...get(count), I32_LT_U, BR_IF, 0],
      ),
      ...get(out),
    ],
  }
})()
