import { PageOutline } from '@/layout/page-outline'

const Loading = () => <PageOutline words="Loading your bag" title="w-64" blocks={['h-32', 'h-32']} />

export default Loading
