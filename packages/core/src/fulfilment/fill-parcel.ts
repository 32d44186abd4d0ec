import { accept, type Result, reject } from '../result'
import type { PackParcel, ReadyUnits, StartParcel } from './parcel'
import type { FulfilmentRejection } from './rejections'

export type ParcelLine = { readonly lineNo: number; readonly recordId: number; readonly quantity: number }

/** The lines of a new parcel, out of what its place can send now; a line named twice is summed before it is checked. */
export const fillParcel = (
  ready: readonly ReadyUnits[],
  { locationId, lines }: Pick<StartParcel, 'locationId' | 'lines'>,
): Result<readonly ParcelLine[], FulfilmentRejection> => {
  const asked = new Map<number, number>()
  for (const { lineNo, quantity } of lines) asked.set(lineNo, (asked.get(lineNo) ?? 0) + quantity)
  const filled: ParcelLine[] = []
  for (const [lineNo, quantity] of asked) {
    const here = ready.find((one) => one.lineNo === lineNo && one.locationId === locationId)
    if (!here || here.units < quantity)
      return reject({ code: 'PARCEL_EXCEEDS_READY', lineNo, requested: quantity, ready: here?.units ?? 0 })
    filled.push({ lineNo, recordId: here.recordId, quantity })
  }
  return accept(filled)
}

export type PackedLine = ParcelLine & { readonly packed: number }

/** What went into the box. A parcel with nothing in it is none. */
export const packLines = (
  lines: readonly ParcelLine[],
  { parcelId, short }: PackParcel,
): Result<readonly PackedLine[], FulfilmentRejection> => {
  const found = new Map(short.map(({ lineNo, packed }) => [lineNo, packed]))
  const stray = short.find(({ lineNo }) => !lines.some((line) => line.lineNo === lineNo))
  if (stray) return reject({ code: 'PARCEL_LINE_UNKNOWN', lineNo: stray.lineNo })
  const packed = lines.map((line) => ({ ...line, packed: found.get(line.lineNo) ?? line.quantity }))
  const over = packed.find((line) => line.packed > line.quantity)
  if (over)
    return reject({
      code: 'PARCEL_EXCEEDS_READY',
      lineNo: over.lineNo,
      requested: over.packed,
      ready: over.quantity,
    })
  return packed.some((line) => line.packed > 0) ? accept(packed) : reject({ code: 'PARCEL_EMPTY', parcelId })
}
