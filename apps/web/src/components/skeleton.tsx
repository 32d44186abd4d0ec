import { classNames } from './class-names'
import { ProductGrid, ProductGridItem } from './product-grid'

/** A place held in cloth while something loads. Give it the size of what comes. Decorative: announce loading elsewhere. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden="true" className={classNames('cloth block', className)} />
)

/** The outline of a product card, with the same heights. */
export const ProductCardSkeleton = () => (
  <div>
    <Skeleton className="aspect-3/4 w-full" />
    <Skeleton className="mt-3 h-3 w-1/3" />
    <Skeleton className="mt-2 h-4 w-2/3" />
    <Skeleton className="mt-2 h-4 w-1/4" />
  </div>
)

/** A grid of card outlines; says "Loading" once to assistive technology. */
export const ProductGridSkeleton = ({ count = 8 }: { count?: number }) => (
  <div role="status">
    <span className="sr-only">Loading products</span>
    <ProductGrid>
      {Array.from({ length: count }, (_, place) => place).map((place) => (
        <ProductGridItem key={place}>
          <ProductCardSkeleton />
        </ProductGridItem>
      ))}
    </ProductGrid>
  </div>
)
