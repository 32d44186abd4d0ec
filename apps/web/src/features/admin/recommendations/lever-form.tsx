import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { OvertakenNote } from '../frame/overtaken-note'

export type LeverFormProps = {
  /** What is set here: a placement, or a page. */
  title: string
  /** Nobody has changed it. */
  isHouse: boolean
  isOvertaken: boolean
  onTakeSaved: () => void
  isSaving: boolean
  onSave: () => void
  isResetting: boolean
  /** Gives it back to the house. */
  onReset: () => void
  children: ReactNode
}

/** What every lever has: whose setting stands, saving, the way back to the house's own, and what others saved meanwhile. */
export const LeverForm = ({ title, isHouse, isOvertaken, onTakeSaved, children, ...acts }: LeverFormProps) => (
  <form
    aria-label={title}
    className="border border-rule bg-raised p-4"
    onSubmit={(event) => {
      event.preventDefault()
      acts.onSave()
    }}
  >
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <h3 className="font-display text-lead">{title}</h3>
      <span className="text-note text-soft">{isHouse ? 'As the house has it' : 'Changed here'}</span>
      <span className="ml-auto flex gap-2">
        {isHouse ? null : (
          <Button tone="quiet" size="small" loading={acts.isResetting} onClick={acts.onReset}>
            Back to the house’s
          </Button>
        )}
        <Button type="submit" size="small" loading={acts.isSaving}>
          Save
        </Button>
      </span>
    </div>
    {isOvertaken ? <OvertakenNote onTake={onTakeSaved} /> : null}
    {children}
  </form>
)
