'use client'

import { ArrowLeft, ArrowRight } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { IconButton } from './button'
import { classNames } from './class-names'

export type RailProps = {
  title: ReactNode
  /** One line under the title; for a personal rail, why it is shown. */
  reason?: ReactNode
  /** A link at the end of the title line, for example "See all". */
  more?: ReactNode
  /** `<RailItem>`s. */
  children: ReactNode
  /** What the rail is called in what shoppers did with it. */
  placement?: string
  className?: string
}

/** A row that scrolls sideways and snaps: by touch, by wheel, by the buttons, by Tab and by arrow keys. */
export const Rail = ({ title, reason, more, children, placement, className }: RailProps) => {
  const titleId = useId()
  const track = useRef<HTMLUListElement>(null)
  const [edges, setEdges] = useState({ start: true, end: false })

  useEffect(() => {
    const element = track.current
    if (!element) return
    const look = () => {
      const start = element.scrollLeft <= 2
      const end = element.scrollLeft + element.clientWidth >= element.scrollWidth - 2
      setEdges((known) => (known.start === start && known.end === end ? known : { start, end }))
    }
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])

  const move = (direction: 1 | -1) =>
    track.current?.scrollBy({ left: direction * track.current.clientWidth * 0.8, behavior: 'smooth' })

  return (
    <section
      aria-labelledby={titleId}
      data-placement={placement}
      className={classNames('flex flex-col gap-6', className)}
    >
      <div className="page-width flex items-end justify-between gap-4">
        <div className="min-w-0">
          <h2 id={titleId} className="font-display text-headline text-balance">
            {title}
          </h2>
          {reason ? <p className="mt-1.5 text-small text-soft">{reason}</p> : null}
        </div>
        <div className="flex shrink-0 items-center gap-1">
          {more}
          <div className={classNames('-mr-3 hidden md:flex', edges.start && edges.end && 'md:hidden')}>
            <IconButton label="Back" aria-disabled={edges.start} onClick={() => move(-1)}>
              <ArrowLeft aria-hidden="true" strokeWidth={1.5} className="size-5" />
            </IconButton>
            <IconButton label="Further" aria-disabled={edges.end} onClick={() => move(1)}>
              <ArrowRight aria-hidden="true" strokeWidth={1.5} className="size-5" />
            </IconButton>
          </div>
        </div>
      </div>
      <ul
        ref={track}
        aria-labelledby={titleId}
        className="bar-none flex snap-x snap-mandatory scroll-px-bleed gap-3 overflow-x-auto overscroll-x-contain px-bleed py-1 md:gap-5"
      >
        {children}
      </ul>
    </section>
  )
}

/** A place in a rail; the next one always shows its edge, so that one sees there is more. */
export const RailItem = ({ children, className }: { children: ReactNode; className?: string }) => (
  <li className={classNames('w-[44vw] shrink-0 snap-start sm:w-[31vw] lg:w-[21vw] 2xl:w-[19rem]', className)}>
    {children}
  </li>
)
