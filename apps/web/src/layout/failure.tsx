'use client'

import { Button } from '../components/button'
import { buttonStyle } from '../components/button-style'
import { EmptyState } from '../components/empty-state'

export type FailureProps = { error: Error & { digest?: string }; reset: () => void }

/** A fault on our side, with the reference that finds it in the logs. */
export const Failure = ({ error, reset }: FailureProps) => (
  <div className="page-width">
    <EmptyState
      level={1}
      title="A thread broke"
      actions={
        <>
          <Button onClick={reset}>Try again</Button>
          <a href="/" className={buttonStyle({ tone: 'quiet' })}>
            To the front page
          </a>
        </>
      }
    >
      <p>Something failed on our side. Your bag and your orders are untouched.</p>
      {error.digest ? <p className="figures pt-2 text-note">Reference {error.digest}</p> : null}
    </EmptyState>
  </div>
)
