'use client'

import type { SafetyPlace } from '@selvedge/core'
import { Table, TableHead, TableHeading } from '@/components/table'
import { AdminOnly } from '../frame/admin-powers'
import { KeptBackRow } from './kept-back-row'

/** What each place keeps from online sale, and for how long a supplier's sheet is believed there. */
export const KeptBack = ({ places, onSaved }: { places: readonly SafetyPlace[]; onSaved: () => void }) => (
  <section aria-labelledby="kept-back" className="flex flex-col gap-3">
    <div>
      <h2 id="kept-back" className="font-display text-title">
        Kept back
      </h2>
      <p className="max-w-prose text-note text-soft">
        Units of every size that a place does not sell online. A number set for one record in the stock grid stands
        until its place follows the rule again. What a supplier has not reported for longer than its sheet is believed
        goes off sale by itself and returns with the next report.
      </p>
      <AdminOnly otherwise="What places keep is set by an admin.">{null}</AdminOnly>
    </div>
    <Table caption="What each place keeps from online sale">
      <TableHead>
        <tr>
          <TableHeading>Place</TableHeading>
          <TableHeading numeric>Records</TableHeading>
          <TableHeading numeric>Units kept</TableHeading>
          <TableHeading numeric>Report believed, hours</TableHeading>
          <TableHeading>Last report</TableHeading>
          <TableHeading numeric>Off sale, unreported</TableHeading>
          <TableHeading numeric>Own numbers</TableHeading>
          <TableHeading>
            <span className="sr-only">Actions</span>
          </TableHeading>
        </tr>
      </TableHead>
      <tbody>
        {places.map((place) => (
          <KeptBackRow key={place.locationId} place={place} onSaved={onSaved} />
        ))}
      </tbody>
    </Table>
  </section>
)
