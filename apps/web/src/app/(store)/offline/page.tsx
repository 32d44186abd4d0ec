import type { Metadata } from 'next'
import { EmptyState } from '../../../components/empty-state'
import { OfflineActions } from './offline-actions'

export const metadata: Metadata = { title: 'Offline', robots: { index: false } }

const OfflinePage = () => (
  <div className="page-width">
    <EmptyState level={1} title="Off the loom for a moment" actions={<OfflineActions />}>
      <p>
        There is no connection, so this page could not be fetched. Pages you have opened before can still be read; their
        prices and stock may have changed since.
      </p>
    </EmptyState>
  </div>
)

export default OfflinePage
