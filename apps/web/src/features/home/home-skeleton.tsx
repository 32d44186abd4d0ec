import { Skeleton } from '@/components/skeleton'

/** The front page before it is there. */
export const HomeSkeleton = () => (
  <div className="page-width pt-8 md:pt-10">
    <p role="status" className="sr-only">
      Loading the front page
    </p>
    <div className="grid grid-cols-6 gap-x-3 gap-y-8 lg:grid-cols-12 lg:gap-x-5">
      <div className="col-span-6 flex flex-col gap-4 lg:col-span-7">
        <Skeleton className="h-[clamp(3.25rem,11vw,11rem)] w-11/12" />
        <Skeleton className="h-[clamp(3.25rem,11vw,11rem)] w-2/3" />
      </div>
      <Skeleton className="col-span-4 aspect-3/4 w-full lg:col-span-5" />
      <Skeleton className="col-span-2 aspect-3/4 w-full self-end lg:hidden" />
    </div>
  </div>
)
