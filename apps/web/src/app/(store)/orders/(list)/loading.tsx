import { PageOutline } from '@/layout/page-outline'

const Loading = () => (
  <PageOutline words="Loading your orders" title="w-80 max-w-full" blocks={['h-24', 'h-24', 'h-24']} />
)

export default Loading
