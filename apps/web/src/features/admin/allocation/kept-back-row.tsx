'use client'

import type { SafetyPlace } from '@selvedge/core'
import { Button } from '@/components/button'
import { Input } from '@/components/input'
import { TableCell, TableRow } from '@/components/table'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { AdminOnly, useIsAdmin } from '../frame/admin-powers'
import { FailureLine } from '../frame/failure-line'
import { Moment } from '../frame/moment'
import { OvertakenNote } from '../frame/overtaken-note'
import { useDraftOf } from '../frame/use-draft-of'
import { hoursOf, readSafetyRule } from './read-safety-rule'

type Props = { place: SafetyPlace; onSaved: () => void }

/** One place: its rule, how it stands, and the way back to the rule for records with a number of their own. */
export const KeptBackRow = ({ place, onSaved }: Props) => {
  const { draft, setDraft, isChanged, isOvertaken, takeSaved } = useDraftOf({
    units: String(place.units),
    hours: hoursOf(place),
  })
  const isAdmin = useIsAdmin()
  const { units, hours } = draft
  const written = readSafetyRule(draft)
  const saved = (words: string) => () => {
    onSaved()
    toast(words)
  }
  const save = trpc.admin.safety.save.useMutation({ onSuccess: saved(`${place.name} keeps to the new rule`) })
  const follow = trpc.admin.safety.followRule.useMutation({ onSuccess: saved(`${place.name} follows its rule`) })
  return (
    <TableRow>
      <TableCell>
        <span className="block">{place.name}</span>
        <span className="text-soft">
          {place.code}, {place.kind}
        </span>
        <FailureLine error={save.error ?? follow.error} />
        {isOvertaken ? <OvertakenNote onTake={takeSaved} /> : null}
      </TableCell>
      <TableCell numeric>{place.records.toLocaleString('en')}</TableCell>
      <TableCell numeric>
        {isAdmin ? (
          <Input
            aria-label={`Units that ${place.name} keeps`}
            inputMode="numeric"
            value={units}
            onChange={(event) => setDraft((known) => ({ ...known, units: event.target.value }))}
            aria-invalid={written.ok ? undefined : written.field === 'units'}
            className="w-20 text-right"
          />
        ) : (
          place.units.toLocaleString('en')
        )}
      </TableCell>
      <TableCell numeric>
        {place.kind !== 'supplier' ? (
          <span className="text-soft">no reports</span>
        ) : isAdmin ? (
          <Input
            aria-label={`Hours a report of ${place.name} is believed; empty: always`}
            inputMode="numeric"
            placeholder="always"
            value={hours}
            onChange={(event) => setDraft((known) => ({ ...known, hours: event.target.value }))}
            aria-invalid={written.ok ? undefined : written.field === 'hours'}
            className="w-24 text-right"
          />
        ) : (
          hoursOf(place) || <span className="text-soft">always</span>
        )}
      </TableCell>
      <TableCell>
        {place.lastReportAt ? <Moment at={place.lastReportAt} look="short" /> : <span className="text-soft">none</span>}
      </TableCell>
      <TableCell numeric className={place.stale > 0 ? 'text-thread' : undefined}>
        {place.stale.toLocaleString('en')}
      </TableCell>
      <TableCell numeric>{place.overrides.toLocaleString('en')}</TableCell>
      <TableCell>
        <AdminOnly>
          <div className="flex justify-end gap-2">
            {place.overrides > 0 ? (
              <Button
                size="small"
                tone="quiet"
                loading={follow.isPending}
                onClick={() => follow.mutate({ locationId: place.locationId })}
              >
                Follow the rule
              </Button>
            ) : null}
            <Button
              size="small"
              disabled={!isChanged || !written.ok}
              loading={save.isPending}
              onClick={() => {
                if (written.ok) save.mutate({ locationId: place.locationId, ...written.rule })
              }}
            >
              Save<span className="sr-only"> the rule of {place.name}</span>
            </Button>
          </div>
        </AdminOnly>
      </TableCell>
    </TableRow>
  )
}
