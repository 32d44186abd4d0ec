import { Skeleton } from '../components/skeleton'

/** For pages without an outline of their own. */
export const PageOutline = () => (
  <div className="page-width pt-8 md:pt-12">
    <p role="status" className="sr-only">
      Loading the page
    </p>
    <Skeleton className="h-[clamp(2.75rem,6vw,5.5rem)] w-2/3 max-w-prose" />
    <Skeleton className="mt-8 h-64 w-full max-w-prose" />
  </div>
)
