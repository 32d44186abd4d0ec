'use client'

import { Heart } from 'lucide-react'
import { classNames } from '@/components/class-names'
import { useSaved } from './saved-list'

/** A heart that saves a piece; pressed again it takes it off the list. */
export const SaveButton = ({
  productId,
  name,
  className,
}: {
  productId: number
  /** Brand and product, for who does not see the card. */
  name: string
  className?: string
}) => {
  const { isSaved: saved, setSaved } = useSaved(productId)
  return (
    <button
      type="button"
      aria-pressed={saved}
      aria-label={`Save ${name}`}
      title={saved ? 'Take off the saved list' : 'Save'}
      onClick={() => setSaved(!saved, name)}
      className={classNames(
        'inline-flex size-touch items-center justify-center text-ink transition-colors hover:text-thread',
        className,
      )}
    >
      <span className="inline-flex size-8 items-center justify-center rounded-full bg-paper/85">
        <Heart
          aria-hidden="true"
          strokeWidth={1.5}
          className={classNames('size-4.5', saved && 'fill-thread text-thread')}
        />
      </span>
    </button>
  )
}
