'use client'

import type { LiveProductCard } from '@selvedge/core'
import { useState } from 'react'
import { Button } from '@/components/button'
import { buttonStyle } from '@/components/button-style'
import { EmptyState } from '@/components/empty-state'
import { Link } from '@/components/link'
import { announce } from '@/components/live-region'
import { trpc } from '@/trpc/client'
import { tellRefusal } from '../bag/tell'
import { tellTaste } from '../gestures/taste-told'
import { useDecideConsent } from '../privacy/use-decide-consent'
import { QuizPiece } from './quiz-piece'

/** At most eight pieces, one after the other: yes, no or neither. Every tap counts at once. */
export const QuizView = ({ pieces }: { pieces: readonly LiveProductCard[] }) => {
  const cache = trpc.useUtils()
  const { decide, isDeciding } = useDecideConsent()
  const [place, setPlace] = useState<number | undefined>(undefined)
  const [liked, setLiked] = useState(0)
  const mutation = trpc.shop.taste.answerQuiz.useMutation({
    onError: (error) => tellRefusal(error),
    onSuccess: tellTaste,
  })
  const piece = place === undefined ? undefined : pieces[place]

  const next = (answer: 'yes' | 'no' | undefined) => {
    if (place === undefined || !piece) return
    if (answer) mutation.mutate({ productId: piece.productId, answer })
    if (answer === 'yes') setLiked(liked + 1)
    const following = place + 1
    setPlace(following)
    if (following < pieces.length) announce(`Piece ${following + 1} of ${pieces.length}`)
    else void cache.shop.invalidate()
  }

  if (place === undefined)
    return (
      <EmptyState
        level={1}
        title="Eight taps, and the shop is yours"
        actions={
          <>
            <Button size="large" loading={isDeciding} onClick={() => decide(true, () => setPlace(0))}>
              Start
            </Button>
            <Link href="/" className={buttonStyle({ tone: 'bare', size: 'large' })}>
              Not now
            </Link>
          </>
        }
      >
        <p>
          We show you {pieces.length} pieces. Say which are yours. From the first tap on, what you see is ordered by it.
        </p>
        <p className="mt-3 text-small">
          Starting lets the shop remember what you look at. You can have all of it erased under “Account”.
        </p>
      </EmptyState>
    )
  if (!piece)
    return (
      <EmptyState
        level={1}
        title={liked > 0 ? 'That is a taste' : 'Hard to please. Good.'}
        actions={
          <>
            <Link href="/" className={buttonStyle({ size: 'large' })}>
              See your shop
            </Link>
            <Link href="/saved" className={buttonStyle({ tone: 'quiet', size: 'large' })}>
              Saved pieces
            </Link>
          </>
        }
      >
        <p>The front page is ordered anew already. It goes on learning from what you open, keep and send back.</p>
      </EmptyState>
    )
  return <QuizPiece key={piece.productId} piece={piece} place={place} of={pieces.length} onAnswer={next} />
}
