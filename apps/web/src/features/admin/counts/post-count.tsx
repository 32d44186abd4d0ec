'use client'

import { COUNT_REASONS, type CountView } from '@selvedge/core'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/choice'
import { Dialog, DialogClose } from '@/components/dialog'
import { Field } from '@/components/field'
import { TextField } from '@/components/input'
import { Select } from '@/components/select'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'
import { COUNT_WORDS } from '../frame/reason-words'
import { differenceWords } from './count-words'

/** Puts the differences into the books, for one reason. */
export const PostCount = ({ count, onDone }: { count: CountView; onDone: () => void }) => {
  const [isOpen, setOpen] = useState(false)
  const left = count.lines - count.counted
  const [skip, setSkip] = useState(false)
  const post = trpc.admin.counts.post.useMutation({
    onSuccess: ({ difference }) => {
      toast(`C-${count.countId} is posted, ${differenceWords(difference)} in all`)
      setOpen(false)
      onDone()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const note = String(typed.get('note') ?? '').trim()
    const reason = COUNT_REASONS.find((one) => one === typed.get('reason')) ?? 'routine'
    post.mutate({
      countId: count.countId,
      expectedVersion: count.version,
      reason,
      skipUncounted: skip,
      ...(note === '' ? {} : { note }),
    })
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" disabled={count.counted - count.recounts === 0}>
          Post
        </Button>
      }
      title="Post this count?"
      description="Every difference becomes an entry in the ledger. What was sold since a shelf was counted stays sold."
      actions={
        <>
          <DialogClose render={<Button tone="quiet">Go on counting</Button>} />
          <Button type="submit" form="post-count" loading={post.isPending}>
            Post to the ledger
          </Button>
        </>
      }
    >
      <form id="post-count" onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Reason">
          {(wiring) => (
            <Select
              {...wiring}
              name="reason"
              options={COUNT_REASONS.map((value) => ({ value, label: COUNT_WORDS[value] }))}
            />
          )}
        </Field>
        <TextField label="Note" name="note" optional maxLength={280} />
        {left > 0 ? (
          <Checkbox
            checked={skip}
            onChange={(event) => setSkip(event.target.checked)}
            label="Leave out what nobody counted"
            note={`${left} left`}
          />
        ) : null}
        <FailureLine error={post.error} />
      </form>
    </Dialog>
  )
}
