'use client'

import type { ProductDetail } from '@selvedge/core'
import { useRef, useState } from 'react'
import { classNames } from '@/components/class-names'
import { Picture } from '@/components/picture'

type Media = ProductDetail['media'][number]

const VIEW_WORDS: Readonly<Record<string, string>> = { front: 'Front', back: 'Back', detail: 'Cloth' }

/** Pictures of one colour: a row to swipe with buttons under it on the phone, a spread on a desk. */
export const Gallery = ({ media, tint }: { media: readonly Media[]; tint: string | undefined }) => {
  const track = useRef<HTMLUListElement>(null)
  const [place, setPlace] = useState(0)

  const show = (next: number) => {
    const element = track.current
    element?.scrollTo({ left: next * element.clientWidth, behavior: 'smooth' })
  }
  const look = () => {
    const element = track.current
    if (element && element.clientWidth > 0) setPlace(Math.round(element.scrollLeft / element.clientWidth))
  }

  return (
    <div className="min-w-0">
      <ul
        ref={track}
        aria-label="Pictures"
        onScroll={look}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="bar-none flex snap-x snap-mandatory overflow-x-auto lg:grid lg:grid-cols-2 lg:gap-3 lg:overflow-visible"
      >
        {media.map(({ pictureKey, view, alt }, index) => (
          <li
            key={view}
            className={classNames('w-full shrink-0 snap-center lg:w-auto', view === 'detail' && 'lg:col-span-2')}
          >
            <Picture
              imageKey={pictureKey}
              alt={alt}
              tint={tint}
              priority={index === 0}
              sizes={view === 'detail' ? '(min-width: 64rem) 60vw, 100vw' : '(min-width: 64rem) 30vw, 100vw'}
              {...(view === 'detail' ? { className: 'lg:aspect-3/2! lg:h-full' } : {})}
            />
          </li>
        ))}
      </ul>
      <div className="mt-1 flex justify-center gap-1 lg:hidden">
        {media.map(({ view }, index) => (
          <button
            key={view}
            type="button"
            aria-current={index === place ? 'true' : undefined}
            onClick={() => show(index)}
            className={classNames(
              'min-h-touch min-w-16 px-3 text-note',
              index === place ? 'text-ink shadow-[inset_0_-2px_0_var(--thread)]' : 'text-soft',
            )}
          >
            {VIEW_WORDS[view] ?? view}
          </button>
        ))}
      </div>
    </div>
  )
}
