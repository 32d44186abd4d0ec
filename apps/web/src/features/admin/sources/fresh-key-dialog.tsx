'use client'

import { Button } from '@/components/button'
import { Dialog, DialogClose } from '@/components/dialog'
import { toast } from '@/components/toast'

export type FreshKey = { keyId: string; secret: string }

const Line = ({ label, value }: { label: string; value: string }) => (
  <div className="flex flex-col gap-1">
    <dt className="label-caps text-soft">{label}</dt>
    <dd className="figures border border-rule bg-paper px-3 py-2 text-note break-all">{value}</dd>
  </div>
)

/** A secret in plain text. It is stored encrypted and shown this once. */
export const FreshKeyDialog = ({ fresh, onClose }: { fresh: FreshKey; onClose: () => void }) => {
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(fresh.secret)
    toast('The secret is on the clipboard')
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title="The secret, this once"
      description="Put it into the other system now. It cannot be shown again; a lost one is replaced by a new one."
      actions={
        <>
          <Button
            tone="quiet"
            onClick={() => void copy().catch(() => toast('Select it and copy it by hand', { tone: 'error' }))}
          >
            Copy the secret
          </Button>
          <DialogClose render={<Button>I have put it away</Button>} />
        </>
      }
    >
      <dl className="flex flex-col gap-3">
        <Line label="Key" value={fresh.keyId} />
        <Line label="Secret" value={fresh.secret} />
      </dl>
    </Dialog>
  )
}
