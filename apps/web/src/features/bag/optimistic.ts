import type { BagView } from '@selvedge/core'

/** A piece as the page that adds it knows it, for showing it before the server has answered. */
export type AddedPiece = {
  sku: string
  productId: number
  slug: string
  title: string
  brand: string
  colour: string
  size: string
  pictureKey: string
  unitPriceMinor: number
  currency: string
  /** The shopper takes units that come later. */
  allowFuture?: boolean
}

type Line = BagView['lines'][number]

const PENDING = 'pending:'

/** A line that stands in the page only, until the server says what it is. */
export const isPending = ({ lineId }: Pick<Line, 'lineId'>): boolean => lineId.startsWith(PENDING)

const summed = (bag: BagView, lines: Line[]): BagView => ({
  ...bag,
  lines,
  units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
  subtotalMinor: lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
})

const withUnits = (line: Line, quantity: number): Line => ({
  ...line,
  quantity,
  totalMinor: line.unitPriceMinor * quantity,
})

const emptyBag = (currency: string): BagView => ({
  lines: [],
  currency,
  subtotalMinor: 0,
  units: 0,
  maxUnitsPerSku: 1,
  holdMs: 0,
  extensionMs: 0,
  serverNowMs: 0,
  version: -1,
})

/** The bag as it will be when the piece has been put in: on its line if there is one, else on a pending one. */
export const withAdded = (known: BagView | undefined, piece: AddedPiece, quantity: number): BagView => {
  const bag = known ?? emptyBag(piece.currency)
  const mine = bag.lines.find(({ sku }) => sku === piece.sku)
  if (mine)
    return summed(
      bag,
      bag.lines.map((line) => (line === mine ? withUnits(line, line.quantity + quantity) : line)),
    )
  const { sku, productId, slug, title, brand, colour, size, pictureKey, unitPriceMinor } = piece
  const line: Line = {
    sku,
    productId,
    slug,
    title,
    brand,
    colour,
    size,
    pictureKey,
    unitPriceMinor,
    lineId: `${PENDING}${piece.sku}`,
    quantity,
    totalMinor: unitPriceMinor * quantity,
    hold: { state: 'held', expiresAtMs: bag.serverNowMs, extendable: false },
    available: 0,
  }
  return summed(bag, [line, ...bag.lines])
}

export const withQuantity = (bag: BagView, lineId: string, quantity: number): BagView =>
  summed(
    bag,
    bag.lines.map((line) => (line.lineId === lineId ? withUnits(line, quantity) : line)),
  )

export const withoutLine = (bag: BagView, lineId: string): BagView =>
  summed(
    bag,
    bag.lines.filter((line) => line.lineId !== lineId),
  )
