import type { AlertKind, AlertSeverity, StaffAlert } from '@selvedge/core'

/** Alerts shown at once. */
export const ALERT_ROWS = 200

export const KIND_WORDS: Readonly<Record<AlertKind, string>> = {
  'stock-out': 'Runs out',
  'low-stock': 'Low stock',
  'negative-trend': 'Sells less',
  'late-shipment': 'Late shipment',
  'ledger-drift': 'Books disagree',
  'stuck-hold': 'Stuck hold',
  'stale-feed': 'Silent source',
  shrinkage: 'Shrinkage',
}

export const SEVERITY_WORDS: Readonly<Record<AlertSeverity, string>> = {
  critical: 'Critical',
  warning: 'Warning',
  notice: 'Notice',
}

export const STATE_WORDS: Readonly<Record<StaffAlert['state'], string>> = {
  open: 'Open',
  acknowledged: 'Acknowledged',
  resolved: 'Resolved',
}
