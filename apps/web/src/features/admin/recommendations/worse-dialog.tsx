'use client'

import type { Rejection } from '@selvedge/api'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { figureWords } from './offline-figures'

export type Worse = Extract<Rejection, { code: 'MODEL_WORSE' }>

export type WorseDialogProps = {
  worse: Worse | undefined
  isPromoting: boolean
  onLeave: () => void
  onMeant: (worse: Worse) => void
}

/** Says, before a version is made active, by what it foretold less well than the one that answers. */
export const WorseDialog = ({ worse, isPromoting, onLeave, onMeant }: WorseDialogProps) => (
  <Dialog
    open={worse !== undefined}
    onOpenChange={(isOpen) => isOpen || onLeave()}
    title="It foretold less well"
    description={
      worse
        ? `${worse.name} ${worse.version} was worse on what came last than ${worse.than}, which answers now. Each was judged on the newest part of its own data.`
        : ''
    }
    actions={
      worse ? (
        <>
          <Button tone="quiet" onClick={onLeave}>
            Leave {worse.than} active
          </Button>
          <Button tone="danger" loading={isPromoting} onClick={() => onMeant(worse)}>
            Make it active all the same
          </Button>
        </>
      ) : null
    }
  >
    <dl className="grid grid-cols-[1fr_auto_auto] gap-x-6 gap-y-1 text-small">
      {worse?.figures.map(({ figure, own, active }) => (
        <div key={figure} className="contents">
          <dt>{figureWords(figure)}</dt>
          <dd className="text-right tabular-nums text-thread">{own.toFixed(3)}</dd>
          <dd className="text-right tabular-nums text-soft">instead of {active.toFixed(3)}</dd>
        </div>
      ))}
    </dl>
  </Dialog>
)
