import { ProductSkeleton } from '@/features/product/product-skeleton'

export default ProductSkeleton
