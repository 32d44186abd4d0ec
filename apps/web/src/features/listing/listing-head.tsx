import type { ReactNode } from 'react'
import { piecesWords } from './pieces-words'

/** Name of a listing, what it is about, and how many pieces it holds. */
export const ListingHead = ({
  title,
  standfirst,
  total,
  children,
}: {
  title: string
  standfirst?: string
  total: number
  children?: ReactNode
}) => (
  <header>
    <div className="flex flex-wrap items-end justify-between gap-x-12 gap-y-3">
      <h1 className="min-w-0 font-display text-display tracking-tight text-balance break-words">{title}</h1>
      <p className="figures pb-1 text-small text-soft">{piecesWords(total)}</p>
    </div>
    {standfirst ? <p className="mt-4 max-w-prose text-lead text-soft">{standfirst}</p> : null}
    {children}
  </header>
)
