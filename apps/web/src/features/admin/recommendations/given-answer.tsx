import type { Inspection } from '@selvedge/core'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { Moment } from '../frame/moment'
import { featureWords, percent, servedReasonWords, sourceWords } from './words'

type Given = NonNullable<Inspection['given']>

/** The answer as it was kept, and where each of its pieces stands when it is chosen again now. */
export const GivenAnswer = ({ inspection, given }: { inspection: Inspection; given: Given }) => {
  const now = new Map(inspection.candidates.map(({ product, position }) => [product.productId, position]))
  return (
    <section aria-labelledby="given-title" className="flex flex-col gap-2">
      <h2 id="given-title" className="font-display text-title">
        As it was given, <Moment at={given.servedAt} look="clock" />
      </h2>
      <p className="text-small text-soft">
        Below it is chosen again, by the models, the rules, the stock and what is known of the shopper now.
      </p>
      <Table caption="Pieces of the answer that was given">
        <TableHead>
          <tr>
            <TableHeading numeric>Place</TableHeading>
            <TableHeading numeric>Now</TableHeading>
            <TableHeading>Piece</TableHeading>
            <TableHeading numeric>Chance</TableHeading>
            <TableHeading>Source</TableHeading>
            <TableHeading>Reason</TableHeading>
            <TableHeading>Ranked by</TableHeading>
          </tr>
        </TableHead>
        <tbody>
          {given.products.map((row, place) => (
            <TableRow key={row.product.productId}>
              <TableCell numeric>{place + 1}</TableCell>
              <TableCell numeric>{placeNow(now.get(row.product.productId))}</TableCell>
              <TableCell>
                {row.product.title}
                <span className="block text-soft">
                  {row.product.brand} · {row.product.productId}
                </span>
              </TableCell>
              <TableCell numeric>{percent(row.score)}</TableCell>
              <TableCell>
                {sourceWords(row.source)}
                {row.propensity === undefined ? '' : `, tried at ${percent(row.propensity)}`}
              </TableCell>
              <TableCell>{servedReasonWords(row.reason)}</TableCell>
              <TableCell className="max-w-80 whitespace-normal text-soft">{featuresOf(row.features)}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

const placeNow = (position: number | undefined): string =>
  position === undefined || position < 0 ? 'not shown' : String(position + 1)

const SHOWN = 5

/** The columns with the greatest values; all that was kept is in them. */
const featuresOf = (features: Given['products'][number]['features']): string =>
  [...features]
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, SHOWN)
    .map(({ name, value }) => `${featureWords(name)} ${value.toFixed(2)}`)
    .join(', ')
