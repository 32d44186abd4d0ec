'use client'

import type { LiveProductCard } from '@selvedge/core'
import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/button'
import { Picture } from '@/components/picture'

/** One piece of the quiz; also by arrow keys: left is no, right is yes. */
export const QuizPiece = ({
  piece,
  place,
  of,
  onAnswer,
}: {
  piece: LiveProductCard
  place: number
  of: number
  onAnswer: (answer: 'yes' | 'no' | undefined) => void
}) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      if (event.key === 'ArrowRight') onAnswer('yes')
      if (event.key === 'ArrowLeft') onAnswer('no')
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [onAnswer])
  return (
    <section aria-labelledby="quiz-piece" className="mx-auto flex max-w-form flex-col items-center gap-5 pt-2 pb-10">
      <ol aria-label={`Piece ${place + 1} of ${of}`} className="flex w-full gap-1.5">
        {Array.from({ length: of }, (_, step) => (
          <li key={step} className={`h-1 flex-1 ${step <= place ? 'bg-thread' : 'bg-rule'}`} />
        ))}
      </ol>
      <h1 id="quiz-piece" ref={heading} tabIndex={-1} className="text-center outline-0">
        <span className="label-caps block text-soft">{piece.brand}</span>
        <span className="mt-1 block font-display text-title text-balance">{piece.title}</span>
      </h1>
      <div className="w-[min(100%,44dvh)]">
        <Picture imageKey={piece.pictureKey} alt={piece.alt} sizes="(min-width: 48rem) 26rem, 80vw" priority />
      </div>
      <div className="grid w-full grid-cols-2 gap-3">
        <Button tone="quiet" size="large" onClick={() => onAnswer('no')}>
          <ThumbsDown aria-hidden="true" strokeWidth={1.5} className="size-5" />
          Not for me
        </Button>
        <Button size="large" onClick={() => onAnswer('yes')}>
          <ThumbsUp aria-hidden="true" strokeWidth={1.5} className="size-5" />
          Mine
        </Button>
      </div>
      <Button tone="bare" onClick={() => onAnswer(undefined)}>
        Neither, skip
      </Button>
    </section>
  )
}
