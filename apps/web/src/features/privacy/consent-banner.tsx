'use client'

import { usePathname } from 'next/navigation'
import { Button } from '@/components/button'
import { useConsent } from '../behaviour/consent'
import { useDecideConsent } from './use-decide-consent'
import { useHasRoom } from './use-has-room'

/** Asks once, without standing in the way: both answers are one press, neither is hidden. */
export const ConsentBanner = () => {
  const consent = useConsent()
  const { decide, isDeciding } = useDecideConsent()
  const path = usePathname()
  const hasRoom = useHasRoom()
  // The quiz asks for itself, and nobody is asked things while paying.
  if (!hasRoom || consent !== 'undecided' || path === '/quiz' || path === '/checkout') return null
  return (
    <section
      aria-labelledby="consent-title"
      className="fixed inset-x-3 bottom-3 z-30 bg-raised text-ink shadow-lift sm:right-auto sm:left-5 sm:bottom-5 sm:w-96"
    >
      <span aria-hidden="true" className="selvedge block" />
      <div className="flex flex-col gap-3 p-4 sm:p-5">
        <h2 id="consent-title" className="font-display text-lead">
          May the shop learn your taste?
        </h2>
        <p className="text-note text-soft">
          We would remember what you open, keep and send back, to order the shop for you. No one else gets it, and you
          can erase it any time.
        </p>
        <div className="grid grid-cols-2 gap-2.5">
          <Button tone="quiet" onClick={() => decide(false)}>
            Only necessary
          </Button>
          <Button tone="quiet" loading={isDeciding} onClick={() => decide(true)}>
            Yes, learn
          </Button>
        </div>
      </div>
    </section>
  )
}
