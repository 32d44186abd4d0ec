import { PageOutline } from '@/layout/page-outline'

const Loading = () => <PageOutline words="Loading the checkout" title="w-64" blocks={['h-11', 'h-11', 'h-11']} />

export default Loading
