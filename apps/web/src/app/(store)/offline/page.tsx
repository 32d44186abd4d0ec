import type { Metadata } from 'next'
import { EmptyState } from '../../../components/empty-state'
import { OfflineActions } from './offline-actions'

export const metadata: Metadata = { title: 'Offline', robots: { index: false } }

// Stands in the page itself: without a connection the files that would wake the page's own code may not be kept.
const RELOAD_WHEN_ONLINE =
  "addEventListener('online',function(){if(location.pathname==='/offline')history.back();else location.reload()})"

const OfflinePage = () => (
  <div className="page-width">
    <EmptyState level={1} title="Off the loom for a moment" actions={<OfflineActions />}>
      <p>
        There is no connection, so this page could not be fetched. Pages you have opened before can still be read; their
        prices and stock may have changed since.
      </p>
    </EmptyState>
    <script dangerouslySetInnerHTML={{ __html: RELOAD_WHEN_ONLINE }} />
  </div>
)

export default OfflinePage
