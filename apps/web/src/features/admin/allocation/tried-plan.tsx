import type { TriedPlan } from '@selvedge/core'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { candidateWords } from './rule-words'

/** Parcels with their days, then for every line each place with what decided about it. */
export const TriedPlanView = ({ plan }: { plan: TriedPlan }) => (
  <div className="flex flex-col gap-4" role="status">
    <p className="text-small">
      {plan.parcels.length === 0
        ? 'Nothing could be sent.'
        : plan.parcels.length === 1
          ? 'One parcel.'
          : `${plan.parcels.length} parcels.`}
    </p>
    <ul className="flex flex-col gap-2">
      {plan.parcels.map(({ place, shipsOn, lines }) => (
        <li key={place.locationId} className="border-l-4 border-kelp bg-raised p-3 text-small">
          <span className="font-medium">{place.name}</span>, leaves {shipsOn}
          <span className="figures block text-note text-soft">
            {lines.map(({ sku, units }) => `${units} × ${sku}`).join(', ')}
          </span>
        </li>
      ))}
    </ul>
    {plan.lines.map((line) => (
      <div key={line.sku} className="flex flex-col gap-1">
        <h3 className="figures text-small font-medium">
          {line.units} × {line.sku}
          {line.met ? null : <span className="text-thread">, not met: at most {line.reachable}</span>}
        </h3>
        <Table caption={`Why: ${line.sku}`}>
          <TableHead>
            <tr>
              <TableHeading>Place</TableHeading>
              <TableHeading numeric>Takes</TableHeading>
              <TableHeading numeric>Has</TableHeading>
              <TableHeading>Why</TableHeading>
            </tr>
          </TableHead>
          <tbody>
            {line.considered.map((one) => (
              <TableRow key={one.place.locationId}>
                <TableCell>{one.place.code}</TableCell>
                <TableCell numeric className={one.taken > 0 ? 'text-kelp' : 'text-soft'}>
                  {one.taken}
                </TableCell>
                <TableCell numeric>{one.available}</TableCell>
                <TableCell className="whitespace-normal">{candidateWords(one)}</TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      </div>
    ))}
  </div>
)
