'use client'

import type { AllocationPolicy, Place } from '@selvedge/core'
import { Button } from '@/components/button'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { AdminOnly } from '../frame/admin-powers'
import { FailureLine } from '../frame/failure-line'
import { OvertakenNote } from '../frame/overtaken-note'
import { useDraftOf } from '../frame/use-draft-of'
import { PolicyEditor } from './policy-editor'
import { TryPanel } from './try-panel'

type Props = {
  channel: { code: string; name: string; policy: AllocationPolicy }
  places: readonly Place[]
  onSaved: () => void
}

/** One channel's policy as it is written, what it would do now, and where units may come from. */
export const PolicyDesk = ({ channel: { code, name, policy: saved }, places, onSaved }: Props) => {
  const { draft: policy, setDraft, isChanged, isOvertaken, takeSaved } = useDraftOf(saved)
  const save = trpc.admin.allocation.save.useMutation({
    onSuccess: () => {
      toast('The policy counts from now on')
      onSaved()
    },
  })
  return (
    <>
      <FailureLine error={save.error} />
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-2">
        <div className="flex flex-col gap-6">
          <PolicyEditor policy={policy} onChange={(changed) => setDraft(() => changed)} />
          {isOvertaken ? <OvertakenNote onTake={takeSaved} /> : null}
          <AdminOnly otherwise="Policies are set by an admin.">
            <Button
              className="self-start"
              disabled={!isChanged}
              loading={save.isPending}
              onClick={() => save.mutate({ channel: code, policy })}
            >
              Save the policy<span className="sr-only"> of {name}</span>
            </Button>
          </AdminOnly>
          <section aria-label="Places" className="text-note">
            <h2 className="label-caps pb-1 text-soft">Places that sell online</h2>
            <ul className="figures">
              {places.map((place) => (
                <li key={place.locationId} className="flex justify-between gap-4 border-b border-rule py-1.5">
                  <span>
                    {place.code}, {place.name}
                  </span>
                  <span className="text-soft">
                    rank {place.priority}, leaves in {place.leadDays} {place.leadDays === 1 ? 'day' : 'days'}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </div>
        <TryPanel policy={policy} />
      </div>
    </>
  )
}
