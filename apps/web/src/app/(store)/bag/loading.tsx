import { Skeleton } from '@/components/skeleton'

const Loading = () => (
  <div className="page-width pt-8 md:pt-12">
    <p role="status" className="sr-only">
      Loading your bag
    </p>
    <Skeleton className="h-[clamp(2.75rem,6vw,5.5rem)] w-64" />
    <div className="mt-8 flex max-w-sheet flex-col gap-5">
      <Skeleton className="h-32 w-full" />
      <Skeleton className="h-32 w-full" />
    </div>
  </div>
)

export default Loading
