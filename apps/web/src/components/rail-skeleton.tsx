import { RailItem } from './rail'
import { ProductCardSkeleton, Skeleton } from './skeleton'

/** Room for a rail that is on its way, with its measures, so that nothing below moves when it arrives. Decorative. */
export const RailSkeleton = ({ count = 5 }: { count?: number }) => (
  <div aria-hidden="true" className="flex flex-col gap-6">
    <div className="page-width">
      <Skeleton className="h-8 w-56 lg:h-10" />
      <Skeleton className="mt-2 h-4 w-40" />
    </div>
    <ul className="flex gap-3 overflow-hidden px-bleed py-1 md:gap-5">
      {Array.from({ length: count }, (_, place) => place).map((place) => (
        <RailItem key={place}>
          <ProductCardSkeleton />
          <Skeleton className="mt-2 mb-1 h-4 w-3/4" />
        </RailItem>
      ))}
    </ul>
  </div>
)
