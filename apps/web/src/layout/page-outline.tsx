import { Skeleton } from '../components/skeleton'

export type PageOutlineProps = {
  /** What assistive technology says while it stands. */
  words?: string
  /** How wide the title will be, and how tall what follows: class names. */
  title?: string
  blocks?: readonly string[]
}

/** A page before it is there: its title, and the blocks under it. */
export const PageOutline = ({
  words = 'Loading the page',
  title = 'w-2/3 max-w-prose',
  blocks = ['h-64'],
}: PageOutlineProps) => (
  <div className="page-width pt-8 md:pt-12">
    <p role="status" className="sr-only">
      {words}
    </p>
    <Skeleton className={`h-[clamp(2.75rem,6vw,5.5rem)] ${title}`} />
    <div className="mt-8 flex max-w-prose flex-col gap-5">
      {blocks.map((height, place) => (
        <Skeleton key={place} className={`w-full ${height}`} />
      ))}
    </div>
  </div>
)
