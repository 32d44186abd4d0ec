'use client'

import { useState } from 'react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/choice'
import { Dialog, DialogClose } from '@/components/dialog'
import { announce } from '@/components/live-region'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { tellRefusal } from '../bag/tell'
import { forgetRecorded } from '../behaviour/recorder'
import { forgetKeptPages } from '../offline/page-cache'
import { downloadText } from './download-text'
import { useDecideConsent } from './use-decide-consent'
import { useHeldConsent } from './use-held-consent'

/**
 * What the shop remembers: switched on and off, given out, erased. `decided`: the word that held when the page was made,
 * which is the account's where this browser has none; null while nobody has decided.
 */
export const PrivacyPanel = ({ decided }: { decided: boolean | null }) => {
  const consent = useHeldConsent(decided)
  const { decide, isDeciding } = useDecideConsent()
  const exporting = trpc.shop.privacy.export.useMutation({
    onError: (error) => tellRefusal(error),
    onSuccess: (text) => downloadText('selvedge-my-data.json', text),
  })
  return (
    <section aria-labelledby="privacy" className="flex flex-col gap-5">
      <h2 id="privacy" className="font-display text-title">
        What we remember
      </h2>
      <p className="max-w-prose text-small text-soft">
        Taste, sizes and what you looked at, so that the shop can be ordered for you. Orders are kept by law and are not
        part of this.
      </p>
      <Checkbox
        label="The shop may learn from what I look at, buy and send back"
        checked={consent === 'personal'}
        aria-busy={isDeciding}
        onChange={({ target: { checked } }) => {
          if (isDeciding) return
          decide(checked, () => announce(checked ? 'The shop learns your taste.' : 'What was learnt is erased.'))
        }}
      />
      <div className="flex flex-wrap gap-3">
        <Button tone="quiet" loading={exporting.isPending} onClick={() => exporting.mutate()}>
          Download my data
        </Button>
        <EraseDialog />
      </div>
    </section>
  )
}

const EraseDialog = () => {
  const cache = trpc.useUtils()
  const [isOpen, setOpen] = useState(false)
  const [lists, setLists] = useState(false)
  const erasing = trpc.shop.privacy.erase.useMutation({
    onError: (error) => tellRefusal(error),
    onSuccess: async () => {
      forgetRecorded()
      await forgetKeptPages()
      setOpen(false)
      toast('Your history is erased', { description: 'Profile, log and answers are gone.' })
      announce('Your history is erased.')
      await cache.shop.invalidate()
    },
  })
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button tone="danger">Erase my history</Button>}
      title="Erase everything we learnt?"
      description="What you looked at, your taste, your sizes and your answers are deleted everywhere, for good. Your orders stay."
      actions={
        <>
          <DialogClose render={<Button tone="quiet">Keep it</Button>} />
          <Button tone="danger" loading={erasing.isPending} onClick={() => erasing.mutate({ lists })}>
            Erase for good
          </Button>
        </>
      }
    >
      <Checkbox
        label="Also my saved pieces and alerts"
        checked={lists}
        onChange={(event) => setLists(event.target.checked)}
      />
    </Dialog>
  )
}
