'use client'

import type { SyncSourceRow } from '@selvedge/core'
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
import { ConflictList } from './conflict-list'
import { type FreshKey, FreshKeyDialog } from './fresh-key-dialog'
import { NewSourceDialog } from './new-source-dialog'
import { SourceTable } from './source-table'

/** Tills, shops' own systems and suppliers: how they do, their keys, and where they and the books disagree. */
export const SourcesView = ({
  initial,
  locations,
  renderedAtMs,
}: {
  initial: readonly SyncSourceRow[]
  locations: readonly { code: string; name: string }[]
  renderedAtMs: number
}) => {
  const nowMs = usePageClock(renderedAtMs)
  const [isMaking, setMaking] = useState(false)
  const [fresh, setFresh] = useState<FreshKey>()
  const [revoking, setRevoking] = useState<SyncSourceRow>()
  const { sources } = trpc.useUtils().admin
  const { data, isError, refetch } = trpc.admin.sources.list.useQuery(undefined, { initialData: [...initial] })
  // The list, and the conflicts below it.
  const isLive = useStaffTopic('source', () => void sources.invalidate())
  const shown = (key: FreshKey): void => {
    setFresh(key)
    setMaking(false)
    void refetch()
  }
  const rotate = trpc.admin.sources.rotate.useMutation({ onSuccess: shown, onError: tellFailure })
  const revoke = trpc.admin.sources.revoke.useMutation({
    onSuccess: () => {
      setRevoking(undefined)
      void refetch()
    },
    onError: tellFailure,
  })
  return (
    <div className="flex flex-col gap-6">
      <PageHead title="Sources" note="Systems outside that tell us of stock, each with a key of its own">
        <LiveDot live={isLive && !isError} />
        <AdminOnly otherwise="Keys are made and taken by an admin.">
          <Button onClick={() => setMaking(true)}>New source</Button>
        </AdminOnly>
      </PageHead>
      {data.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">
          No source yet. A till that sells from a shelf, a shop&rsquo;s own system or a supplier&rsquo;s feed gets a key
          here and sends its changes to /api/sync/stock.
        </p>
      ) : (
        <SourceTable
          sources={data}
          nowMs={nowMs}
          onRotate={({ id }) => rotate.mutate({ sourceId: id })}
          onRevoke={setRevoking}
        />
      )}
      <ConflictList />
      {isMaking ? <NewSourceDialog locations={locations} onCreated={shown} onClose={() => setMaking(false)} /> : null}
      {fresh ? <FreshKeyDialog fresh={fresh} onClose={() => setFresh(undefined)} /> : null}
      {revoking ? (
        <Dialog
          open
          onOpenChange={(open) => {
            if (!open) setRevoking(undefined)
          }}
          title={`Revoke ${revoking.name}?`}
          description="From now on nothing signed by it is answered. What it told stays in the ledger."
          actions={
            <>
              <DialogClose render={<Button tone="quiet">Keep it</Button>} />
              <Button tone="danger" loading={revoke.isPending} onClick={() => revoke.mutate({ sourceId: revoking.id })}>
                Revoke it
              </Button>
            </>
          }
        />
      ) : null}
    </div>
  )
}
