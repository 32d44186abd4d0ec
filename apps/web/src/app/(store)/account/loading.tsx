import { PageOutline } from '@/layout/page-outline'

export default PageOutline
