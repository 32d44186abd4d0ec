import { ListingSkeleton } from '@/features/listing/listing-skeleton'

export default ListingSkeleton
