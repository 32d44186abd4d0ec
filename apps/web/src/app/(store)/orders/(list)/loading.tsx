import { Skeleton } from '@/components/skeleton'

const Loading = () => (
  <div className="page-width pt-8 md:pt-12">
    <p role="status" className="sr-only">
      Loading your orders
    </p>
    <Skeleton className="h-[clamp(2.75rem,6vw,5.5rem)] w-80 max-w-full" />
    <div className="mt-8 flex max-w-prose flex-col gap-4">
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-24 w-full" />
    </div>
  </div>
)

export default Loading
