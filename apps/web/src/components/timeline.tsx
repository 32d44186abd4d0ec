import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type TimelineStep = {
  id: string
  label: ReactNode
  /** Already formatted moment. */
  at?: string | undefined
  note?: ReactNode
  state: 'done' | 'current' | 'coming' | 'failed'
}

const WORDS = { done: 'Done', current: 'Now', coming: 'To come', failed: 'Failed' } as const

/** Steps along one thread: what is done is sewn, what is to come is basted. */
export const Timeline = ({ steps, className }: { steps: readonly TimelineStep[]; className?: string }) => (
  <ol className={classNames('flex flex-col', className)}>
    {steps.map(({ id, label, at, note, state }, place) => (
      <li
        key={id}
        aria-current={state === 'current' ? 'step' : undefined}
        className="relative flex gap-4 pb-6 last:pb-0"
      >
        {place < steps.length - 1 ? (
          <span
            aria-hidden="true"
            className={classNames(
              'absolute top-4 bottom-0 left-[5px] w-0 border-l-2',
              state === 'done' ? 'border-solid border-thread' : 'border-dashed border-edge',
            )}
          />
        ) : null}
        <span
          aria-hidden="true"
          className={classNames('relative mt-1 size-3 shrink-0 border-2', {
            'border-thread bg-thread': state === 'done',
            'border-thread bg-paper': state === 'current',
            'border-edge bg-paper': state === 'coming',
            'rotate-45 border-thread bg-paper': state === 'failed',
          })}
        />
        <div className="min-w-0 flex-1">
          <p className={classNames('text-small font-medium', state === 'coming' && 'font-regular text-soft')}>
            <span className="sr-only">{WORDS[state]}: </span>
            {label}
          </p>
          {at ? <p className="figures text-note text-soft">{at}</p> : null}
          {note ? <div className="pt-1 text-note text-soft">{note}</div> : null}
        </div>
      </li>
    ))}
  </ol>
)
