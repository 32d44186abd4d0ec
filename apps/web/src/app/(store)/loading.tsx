import { ProductGridSkeleton, Skeleton } from '../../components/skeleton'

const Loading = () => (
  <div className="page-width flex flex-col gap-10 py-10">
    <Skeleton className="h-16 w-2/3 max-w-prose" />
    <ProductGridSkeleton />
  </div>
)

export default Loading
