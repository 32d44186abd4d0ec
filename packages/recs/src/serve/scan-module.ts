import {
  assembleModule,
  BR_IF,
  constI32,
  F32_ADD,
  F32_STORE,
  get,
  I32,
  I32_ADD,
  I32_LT_U,
  I32_SUB,
  loadV128,
  loop,
  SIMD,
  set,
  simd,
  tee,
  V128,
  zeroV128,
} from './wasm-assembly'

/**
 * The scan's inner loop as WebAssembly with SIMD.
 *
 * `scan(rows, vector, out, count, rowBytes)`: addresses in bytes, `rowBytes` a multiple of 32, `count` above 0.
 */
export function assembleScan(): Uint8Array<ArrayBuffer> {
  const [rows, vector, out, count, rowBytes, at, left, right] = [0, 1, 2, 3, 4, 5, 6, 7]
  const loadBoth = (offset: number): number[] => [
    ...[...get(rows), ...get(at), I32_ADD, ...loadV128(offset)],
    ...[...get(vector), ...get(at), I32_ADD, ...loadV128(offset)],
    ...simd(SIMD.f32x4Mul),
  ]
  const add = simd(SIMD.f32x4Add)
  const lane = (n: number): number[] => [...get(left), ...simd(SIMD.f32x4ExtractLane), n]
  const code = loop(
    ...constI32(0),
    ...set(at),
    ...zeroV128(),
    ...set(left),
    ...zeroV128(),
    ...set(right),
    ...loop(
      // Two sums side by side: the additions of one would wait for each other.
      ...[...get(left), ...loadBoth(0), ...add, ...set(left)],
      ...[...get(right), ...loadBoth(16), ...add, ...set(right)],
      ...[...get(at), ...constI32(32), I32_ADD, ...tee(at), ...get(rowBytes), I32_LT_U, BR_IF, 0],
    ),
    ...[...get(left), ...get(right), ...add, ...set(left)],
    ...[...get(out), ...lane(0), ...lane(1), F32_ADD, ...lane(2), ...lane(3), F32_ADD, F32_ADD, F32_STORE, 2, 0],
    ...[...get(rows), ...get(rowBytes), I32_ADD, ...set(rows)],
    ...[...get(out), ...constI32(4), I32_ADD, ...set(out)],
    ...[...get(count), ...constI32(1), I32_SUB, ...tee(count), BR_IF, 0],
  )
  return assembleModule([
    {
      name: 'scan',
      takes: [I32, I32, I32, I32, I32],
      locals: [
        [1, I32],
        [2, V128],
      ],
      code,
    },
  ])
}
