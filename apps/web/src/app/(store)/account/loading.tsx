import { PageOutline } from '@/layout/page-outline'

const Loading = () => <PageOutline />

export default Loading
