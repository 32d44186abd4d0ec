import { type Inspection, unreachable } from '@selvedge/core'
import { formatDay } from '../../product/format-day'
import { filterWords, sourceWords } from './words'

type Asked = NonNullable<Inspection['asked']>

/** How the piece stands that was asked about, in a sentence. */
export const AskedPiece = ({ asked }: { asked: Asked }) => (
  <p role="status" className="border border-rule bg-raised p-4 text-small">
    <strong className="font-medium">{asked.product?.title ?? `Piece ${asked.productId}`}</strong> {standingWords(asked)}
  </p>
)

const standingWords = ({ standing, position, rank, filter, source, shipsBy }: Asked): string => {
  const promised = shipsBy === undefined ? '' : `, to be had by ${formatDay(shipsBy)}`
  switch (standing) {
    case 'shown':
      return `stands at place ${(position ?? 0) + 1} of this answer${promised}.`
    case 'candidate':
      return `is number ${rank} of the candidates by chance, and not in this answer: others were taken before it.`
    case 'refused':
      return `is no candidate now: ${startingSmall(filterWords(filter ?? '', shipsBy))}. ${
        source === undefined ? 'No source offered it either.' : `It was offered by: ${sourceWords(source)}.`
      }`
    case 'not-offered':
      return 'is no candidate now: it could be shown, and no source offered it to this shopper.'
    case 'not-in-catalogue':
      return 'is not in the catalogue that pieces are recommended from.'
    default:
      return unreachable(standing)
  }
}

/** Inside a sentence; the names of months keep their letter. */
const startingSmall = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
