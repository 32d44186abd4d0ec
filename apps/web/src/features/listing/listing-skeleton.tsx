import { ProductGridSkeleton, Skeleton } from '@/components/skeleton'

/** A listing before it is there, in its own measures. */
export const ListingSkeleton = () => (
  <div className="page-width pt-8 md:pt-12">
    <Skeleton className="h-[clamp(2.75rem,6vw,5.5rem)] w-2/3 max-w-prose" />
    <Skeleton className="mt-3 h-6 w-24" />
    <div className="mt-8 flex h-14 items-center justify-between border-b border-rule pb-3">
      <Skeleton className="h-5 w-48" />
      <Skeleton className="h-11 w-48" />
    </div>
    <div className="gap-12 pt-11 lg:grid lg:grid-cols-[15.5rem_1fr]">
      <div className="hidden flex-col gap-4 lg:flex">
        {['w-1/2', 'w-3/4', 'w-2/3', 'w-1/2', 'w-3/5', 'w-2/3'].map((width, place) => (
          <Skeleton key={place} className={`h-5 ${width}`} />
        ))}
      </div>
      <ProductGridSkeleton count={12} />
    </div>
  </div>
)
