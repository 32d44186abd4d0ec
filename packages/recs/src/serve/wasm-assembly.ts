/**
 * The few words of WebAssembly that our modules are put together from (WebAssembly core specification 2.0, chapter 5), so
 * that there is no compiler to install and no binary to trust.
 */
export const [I32, F32, V128] = [0x7f, 0x7d, 0x7b]
export const [END, IF_VOID, BR_IF] = [0x0b, [0x04, 0x40], 0x0d]
export const [I32_ADD, I32_SUB, I32_SHL, I32_LT_U, I32_STORE] = [0x6a, 0x6b, 0x74, 0x49, 0x36]
export const [F32_ADD, F32_GT, F32_LOAD, F32_STORE] = [0x92, 0x5e, 0x2a, 0x38]

/** Instructions on vectors of 128 bits. */
export const SIMD = {
  load: 0x00,
  store: 0x0b,
  constant: 0x0c,
  f32x4Splat: 0x13,
  f32x4ExtractLane: 0x1f,
  f32x4Gt: 0x44,
  anyTrue: 0x53,
  i16x8ExtendLow: 0x87,
  i16x8ExtendHigh: 0x88,
  i32x4Add: 0xae,
  i32x4Dot: 0xba,
  f32x4Add: 0xe4,
  f32x4Mul: 0xe6,
  f32x4ConvertI32x4: 0xfa,
} as const

export const simd = (instruction: number): number[] => [0xfd, ...unsigned(instruction)]
export const get = (local: number): number[] => [0x20, local]
export const set = (local: number): number[] => [0x21, local]
export const tee = (local: number): number[] => [0x22, local]
export const loop = (...body: readonly number[]): number[] => [0x03, 0x40, ...body, END]
export const zeroV128 = (): number[] => [...simd(SIMD.constant), ...Array.from({ length: 16 }, () => 0)]
export const constI32 = (value: number): number[] => [0x41, ...signed(value)]
/** Loads 16 bytes from the address on the stack and an offset. */
export const loadV128 = (offset: number): number[] => [...simd(SIMD.load), 4, ...unsigned(offset)]
/** Stores 16 bytes at the address below them on the stack and an offset. */
export const storeV128 = (offset: number): number[] => [...simd(SIMD.store), 4, ...unsigned(offset)]
/** Adds a constant to a local. */
export const advance = (local: number, by: number): number[] => [...get(local), ...constI32(by), I32_ADD, ...set(local)]

/** A function: what it takes, what it answers (none when absent), how many locals of which type, its instructions. */
export type WasmFunction = {
  readonly name: string
  readonly takes: readonly number[]
  readonly answers?: number
  readonly locals: readonly (readonly [count: number, type: number])[]
  readonly code: readonly number[]
}

/** The bytes of a module that works in the memory `host.memory` and exports these functions. */
export function assembleModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ takes, answers }) => [
    ...[0x60, takes.length, ...takes],
    ...(answers === undefined ? [0] : [1, answers]),
  ])
  const bodies = functions.map(({ locals, code }) => {
    const body = [locals.length, ...locals.flat(), ...code, END]
    return [...unsigned(body.length), ...body]
  })
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [functions.length, ...types.flat()]),
    ...section(2, [1, ...name('host'), ...name('memory'), 0x02, 0x00, 1]),
    ...section(3, [functions.length, ...functions.keys()]),
    ...section(7, [functions.length, ...functions.flatMap((one, at) => [...name(one.name), 0x00, at])]),
    ...section(10, [functions.length, ...bodies.flat()]),
  ])
}

const section = (id: number, content: readonly number[]): number[] => [id, ...unsigned(content.length), ...content]
const name = (text: string): number[] => [text.length, ...[...text].map((letter) => letter.charCodeAt(0))]

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]
}

/** Signed LEB128. */
function signed(value: number): number[] {
  return value >= -64 && value < 64 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)]
}
