import { Skeleton } from '@/components/skeleton'

const Loading = () => (
  <div className="page-width pt-8 md:pt-12">
    <p role="status" className="sr-only">
      Loading the checkout
    </p>
    <Skeleton className="h-[clamp(2.75rem,6vw,5.5rem)] w-64" />
    <div className="mt-12 flex max-w-prose flex-col gap-5">
      <Skeleton className="h-11 w-full" />
      <Skeleton className="h-11 w-full" />
      <Skeleton className="h-11 w-full" />
    </div>
  </div>
)

export default Loading
