import { Skeleton } from '../../components/skeleton'

const Loading = () => (
  <div role="status" className="flex flex-col gap-4">
    <span className="sr-only">Loading</span>
    <Skeleton className="h-24 w-full" />
    <Skeleton className="h-96 w-full" />
  </div>
)

export default Loading
