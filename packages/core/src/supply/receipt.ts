import { accept, type Result, reject } from '../result'
import type { SupplyRejection } from './rejections'

/** A line of a shipment as the receiving desk finds it. */
export type ShipmentLineState = {
  readonly lineId: number
  readonly sku: string
  readonly expected: number
  readonly received: number
  readonly damaged: number
  readonly closed: boolean
}

/** What was counted out of the boxes. `closes`: nothing more is expected of the line, whatever is missing. */
export type ReceivedLine = {
  readonly lineId: number
  readonly received: number
  readonly damaged: number
  readonly closes: boolean
}

export type ReceiptEffect = {
  readonly lineId: number
  readonly received: number
  readonly damaged: number
  readonly closed: boolean
  /** Beyond what was announced. */
  readonly over: number
  /** Announced and not there, known once the line is closed. */
  readonly short: number
}

/** Units still to come on a line: none once it is closed. */
export const outstandingOf = (line: Pick<ShipmentLineState, 'expected' | 'received' | 'damaged' | 'closed'>): number =>
  line.closed ? 0 : Math.max(0, line.expected - line.received - line.damaged)

/**
 * What a receipt does to a shipment's lines. What is there is there: more than announced is taken in and said, damaged
 * units come in unavailable. Refused only for a line that is not of the shipment or a receipt of nothing.
 */
export const receiveLines = (
  lines: readonly ShipmentLineState[],
  receipt: readonly ReceivedLine[],
): Result<readonly ReceiptEffect[], SupplyRejection> => {
  const known = new Map(lines.map((line) => [line.lineId, line]))
  const effects: ReceiptEffect[] = []
  for (const { lineId, received, damaged, closes } of receipt) {
    const line = known.get(lineId)
    if (!line) return reject({ code: 'SHIPMENT_LINE_NOT_FOUND', lineId })
    if (received + damaged === 0 && !closes) continue
    const arrived = line.received + line.damaged + received + damaged
    const closed = line.closed || closes || arrived >= line.expected
    effects.push({
      lineId,
      received,
      damaged,
      closed,
      over: Math.max(0, arrived - Math.max(line.expected, line.received + line.damaged)),
      short: closed && !line.closed ? Math.max(0, line.expected - arrived) : 0,
    })
  }
  return effects.length === 0 ? reject({ code: 'NOTHING_RECEIVED' }) : accept(effects)
}

/** How a shipment stands after its lines. */
export const shipmentStateOf = (
  lines: readonly Pick<ShipmentLineState, 'received' | 'damaged' | 'closed'>[],
): 'expected' | 'part_received' | 'received' => {
  if (lines.every((line) => line.closed)) return 'received'
  return lines.some((line) => line.received + line.damaged > 0 || line.closed) ? 'part_received' : 'expected'
}
