import { alertsOfTheDay, type Notice, noticeOfAlert } from '@selvedge/core'
import type { FulfilledAlert } from '@selvedge/db'

export type TellAlertsDeps = {
  /** How many were told to each address in the last day. */
  toldInADay(emails: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** How much each piece is to the taste of who asked. */
  likingOf(due: readonly FulfilledAlert[]): Promise<(alert: FulfilledAlert) => number>
  tell(notices: readonly Notice[]): Promise<unknown>
  close(alertIds: readonly string[]): Promise<void>
  counted(kind: FulfilledAlert['kind'], alerts: number): void
}
export type TellAlerts = (due: readonly FulfilledAlert[], causeOf: (alert: FulfilledAlert) => string) => Promise<void>

/**
 * Tells of what has come about, to each address as much as its day has room for. What is to be said is written down
 * before the alert is closed, under its own key: a batch that comes again, or half of one, tells nobody twice.
 */
export const createTellAlerts =
  (deps: TellAlertsDeps): TellAlerts =>
  async (due, causeOf) => {
    if (due.length === 0) return
    const [told, likingOf] = await Promise.all([deps.toldInADay(due.map(({ email }) => email)), deps.likingOf(due)])
    const today = alertsOfTheDay(due, { toldOf: (email) => told.get(email) ?? 0, likingOf })
    if (today.length === 0) return
    await deps.tell(today.map((alert) => noticeOfAlert(alert, causeOf(alert))))
    await deps.close(today.map(({ alertId }) => alertId))
    for (const kind of ['stock', 'price'] as const)
      deps.counted(kind, today.filter((alert) => alert.kind === kind).length)
  }
