import type { ShipmentView } from '@selvedge/core'

/** What was counted so far, by line id; the fields hold digits only. */
export type Counts = Readonly<Record<number, { received: string; damaged: string; closes: boolean }>>

export const noCounts = { received: '', damaged: '', closes: false } as const

const DIGITS_MAX = 6

/** What may stand in a field of pieces. */
export const counted = (typed: string): string => typed.replace(/\D/g, '').slice(0, DIGITS_MAX)

/** One more good piece of the scanned SKU; undefined when it is not on the shipment. */
export const withScan = (
  lines: ShipmentView['lines'],
  counts: Counts,
  scanned: string,
): { counts: Counts; sku: string; received: number } | undefined => {
  const wanted = scanned.trim().toUpperCase()
  const line = lines.find(({ sku, closed }) => sku.toUpperCase() === wanted && !closed)
  if (!line) return undefined
  const count = counts[line.lineId] ?? noCounts
  const received = Number(count.received) + 1
  return { counts: { ...counts, [line.lineId]: { ...count, received: String(received) } }, sku: line.sku, received }
}

/** The lines of a receipt: those of which something came, or nothing more will. */
export const toReceipt = (counts: Counts) =>
  Object.entries(counts).flatMap(([lineId, { received, damaged, closes }]) => {
    const line = { lineId: Number(lineId), received: Number(received), damaged: Number(damaged), closes }
    return line.received + line.damaged > 0 || closes ? [line] : []
  })

/** What was counted beyond what is still expected: it is here all the same, or a finger slipped. */
export const countedBeyond = (lines: ShipmentView['lines'], counts: Counts): readonly { sku: string; over: number }[] =>
  lines.flatMap(({ lineId, sku, expected, received, damaged }) => {
    const count = counts[lineId] ?? noCounts
    const over = Number(count.received) + Number(count.damaged) - Math.max(0, expected - received - damaged)
    return over > 0 ? [{ sku, over }] : []
  })
