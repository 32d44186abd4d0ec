'use client'

import type { WebhookEndpointRow } from '@selvedge/core'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Dialog, DialogClose } from '@/components/dialog'
import { LiveDot } from '@/components/live-dot'
import { trpc } from '@/trpc/client'
import { AdminOnly } from '../frame/admin-powers'
import { PageHead } from '../frame/page-head'
import { tellFailure } from '../frame/tell-failure'
import { usePageClock } from '../frame/use-page-clock'
import { useStaffTopic } from '../frame/use-staff-topic'
import { FreshKeyDialog } from '../sources/fresh-key-dialog'
import { AttemptList } from './attempt-list'
import { EndpointTable } from './endpoint-table'
import { NewEndpointDialog } from './new-endpoint-dialog'

/** Who outside is told of stock changes, and how the deliveries go. */
export const WebhooksView = ({
  initial,
  locations,
  renderedAtMs,
}: {
  initial: readonly WebhookEndpointRow[]
  locations: readonly { code: string; name: string }[]
  renderedAtMs: number
}) => {
  const nowMs = usePageClock(renderedAtMs)
  const [isMaking, setMaking] = useState(false)
  const [secret, setSecret] = useState<{ endpointId: string; secret: string }>()
  const [removing, setRemoving] = useState<WebhookEndpointRow>()
  const [shownId, setShownId] = useState(initial[0]?.id)
  const { endpoints } = trpc.useUtils().admin
  const { data, isError, refetch } = trpc.admin.endpoints.list.useQuery(undefined, { initialData: [...initial] })
  // The list, and the deliveries of the one that is shown.
  const isLive = useStaffTopic('webhook', () => void endpoints.invalidate())
  const again = { onSuccess: () => void refetch(), onError: tellFailure }
  const shown = (fresh: { endpointId: string; secret: string }): void => {
    setSecret(fresh)
    setMaking(false)
    setShownId(fresh.endpointId)
    void refetch()
  }
  const rotate = trpc.admin.endpoints.rotate.useMutation({ onSuccess: shown, onError: tellFailure })
  const setState = trpc.admin.endpoints.setState.useMutation(again)
  const retry = trpc.admin.endpoints.retryNow.useMutation(again)
  const remove = trpc.admin.endpoints.remove.useMutation({
    onSuccess: () => {
      setRemoving(undefined)
      void refetch()
    },
    onError: tellFailure,
  })
  const selected = data.find(({ id }) => id === shownId)
  return (
    <div className="flex flex-col gap-6">
      <PageHead title="Webhooks" note="Stock changes, sent as they happen to whoever keeps books of their own">
        <LiveDot live={isLive && !isError} />
        <AdminOnly otherwise="Receivers are made and changed by an admin.">
          <Button onClick={() => setMaking(true)}>New receiver</Button>
        </AdminOnly>
      </PageHead>
      {data.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">
          Nobody listens yet. A marketplace, an accounting system or a shop&rsquo;s own screens can be told of every
          change; those who rather ask read /api/sync/changes with a source&rsquo;s key.
        </p>
      ) : (
        <EndpointTable
          endpoints={data}
          shownId={selected?.id}
          nowMs={nowMs}
          onShow={({ id }) => setShownId(id)}
          onRetry={({ id }) => retry.mutate({ endpointId: id })}
          onState={({ id }, state) => setState.mutate({ endpointId: id, state })}
          onRotate={({ id }) => rotate.mutate({ endpointId: id })}
          onRemove={setRemoving}
        />
      )}
      {selected ? (
        <section aria-label={`Deliveries to ${selected.name}`} className="flex flex-col gap-3">
          <h2 className="label-caps text-soft">Deliveries to {selected.name}</h2>
          <AttemptList endpointId={selected.id} name={selected.name} />
        </section>
      ) : null}
      {isMaking ? <NewEndpointDialog locations={locations} onCreated={shown} onClose={() => setMaking(false)} /> : null}
      {secret ? (
        <FreshKeyDialog
          fresh={{ keyId: secret.endpointId, secret: secret.secret }}
          onClose={() => setSecret(undefined)}
        />
      ) : null}
      {removing ? (
        <Dialog
          open
          onOpenChange={(open) => {
            if (!open) setRemoving(undefined)
          }}
          title={`Remove ${removing.name}?`}
          description="Nothing more is sent, and its delivery log goes with it."
          actions={
            <>
              <DialogClose render={<Button tone="quiet">Keep it</Button>} />
              <Button
                tone="danger"
                loading={remove.isPending}
                onClick={() => remove.mutate({ endpointId: removing.id })}
              >
                Remove it
              </Button>
            </>
          }
        />
      ) : null}
    </div>
  )
}
