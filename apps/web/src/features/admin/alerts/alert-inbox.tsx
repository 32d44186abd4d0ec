'use client'

import { ALERT_KINDS, ALERT_SEVERITIES, ALERT_STATES, type StaffAlert } from '@selvedge/core'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Input } from '@/components/input'
import { LiveDot } from '@/components/live-dot'
import { Select } from '@/components/select'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { PageHead } from '../frame/page-head'
import { tellFailure } from '../frame/tell-failure'
import { useStaffTopic } from '../frame/use-staff-topic'
import { AlertRow } from './alert-row'
import { ALERT_ROWS, KIND_WORDS, SEVERITY_WORDS, STATE_WORDS } from './alert-words'

const ANY = ''

const options = <T extends string>(values: readonly T[], words: Readonly<Record<T, string>>, any?: string) => [
  ...(any === undefined ? [] : [{ value: ANY, label: any }]),
  ...values.map((value) => ({ value, label: words[value] })),
]

/** What somebody should look at: why, where to act, and who has seen it. */
export const AlertInbox = ({ first }: { first: StaffAlert[] }) => {
  const [state, setState] = useState<StaffAlert['state']>('open')
  const [kind, setKind] = useState<StaffAlert['kind']>()
  const [severity, setSeverity] = useState<StaffAlert['severity']>()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [note, setNote] = useState('')
  const cache = trpc.useUtils()
  const isFirst = state === 'open' && !kind && !severity
  const { data, isError } = trpc.admin.alerts.list.useQuery(
    { state, limit: ALERT_ROWS, ...(kind ? { kind } : {}), ...(severity ? { severity } : {}) },
    isFirst ? { initialData: first } : {},
  )
  const isTold = useStaffTopic('alert', () => void cache.admin.alerts.list.invalidate())
  const alerts = data ?? []
  const acknowledge = trpc.admin.alerts.acknowledge.useMutation({
    onSuccess: ({ acknowledged }) => {
      setChosen(new Set())
      setNote('')
      toast(`${acknowledged} ${acknowledged === 1 ? 'alert' : 'alerts'} acknowledged`)
      void cache.admin.alerts.invalidate()
    },
    onError: tellFailure,
  })
  const ids = alerts.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  const choose = (id: number, isChosen: boolean): void => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  return (
    <div className="flex flex-col gap-4">
      <PageHead title="Alerts" note="Raised, refreshed and resolved by themselves as causes come and go">
        <LiveDot live={isTold && !isError} />
      </PageHead>
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
        <Field label="State">
          {(wiring) => (
            <Select
              {...wiring}
              value={state}
              options={options(ALERT_STATES, STATE_WORDS)}
              onChange={({ target }) => setState(ALERT_STATES.find((one) => one === target.value) ?? 'open')}
            />
          )}
        </Field>
        <Field label="Kind">
          {(wiring) => (
            <Select
              {...wiring}
              value={kind ?? ANY}
              options={options(ALERT_KINDS, KIND_WORDS, 'Every kind')}
              onChange={({ target }) => setKind(ALERT_KINDS.find((one) => one === target.value))}
            />
          )}
        </Field>
        <Field label="Severity">
          {(wiring) => (
            <Select
              {...wiring}
              value={severity ?? ANY}
              options={options(ALERT_SEVERITIES, SEVERITY_WORDS, 'Every severity')}
              onChange={({ target }) => setSeverity(ALERT_SEVERITIES.find((one) => one === target.value))}
            />
          )}
        </Field>
      </div>
      {state === 'open' && alerts.length > 0 ? (
        <form
          className="flex flex-wrap items-end gap-3 border border-rule bg-raised p-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (ids.length > 0) acknowledge.mutate({ ids, ...(note.trim() ? { note: note.trim() } : {}) })
          }}
        >
          <Field label="Note for colleagues" className="min-w-0 flex-1 basis-56">
            {(wiring) => (
              <Input {...wiring} value={note} maxLength={500} onChange={({ target }) => setNote(target.value)} />
            )}
          </Field>
          <Button
            type="button"
            tone="quiet"
            onClick={() => setChosen(ids.length === alerts.length ? new Set() : new Set(alerts.map(({ id }) => id)))}
          >
            {ids.length === alerts.length ? 'Choose none' : `Choose all ${alerts.length}`}
          </Button>
          <Button type="submit" disabled={ids.length === 0} loading={acknowledge.isPending}>
            Acknowledge {ids.length === 0 ? '' : ids.length}
          </Button>
        </form>
      ) : null}
      {alerts.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">
          {data === undefined ? 'One moment.' : 'Nothing here asks for anybody.'}
        </p>
      ) : (
        <ul aria-label="Alerts" className="border border-rule bg-raised">
          {alerts.map((alert) => (
            <AlertRow
              key={alert.id}
              alert={alert}
              isChosen={chosen.has(alert.id)}
              onChoose={state === 'open' ? (isChosen) => choose(alert.id, isChosen) : undefined}
            />
          ))}
        </ul>
      )}
    </div>
  )
}
