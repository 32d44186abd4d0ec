import { Skeleton } from '@/components/skeleton'

/** A product page before it is there, in its own measures. */
export const ProductSkeleton = () => (
  <div className="pt-0 lg:pt-6">
    <p role="status" className="sr-only">
      Loading the product
    </p>
    <div className="lg:page-width lg:grid lg:grid-cols-[minmax(0,1.55fr)_minmax(22rem,1fr)] lg:gap-14 xl:gap-20">
      <div className="lg:grid lg:grid-cols-2 lg:gap-3">
        <Skeleton className="aspect-3/4 w-full" />
        <Skeleton className="hidden aspect-3/4 w-full lg:block" />
      </div>
      <div className="flex flex-col gap-4 px-gutter pt-18 lg:px-0 lg:pt-2">
        <Skeleton className="h-4 w-24" />
        <Skeleton className="h-12 w-4/5" />
        <Skeleton className="h-6 w-20" />
        <Skeleton className="mt-6 h-11 w-40" />
        <Skeleton className="h-13 w-full" />
        <Skeleton className="h-13 w-full" />
      </div>
    </div>
  </div>
)
