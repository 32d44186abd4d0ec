import { type AlertLinks, isAskedFor, wayOutOf } from './alert-links'
import type { DueNotice, Mailer, NotificationStore } from './ports'

const LEASE_MS = 60_000
const FIRST_RETRY_MS = 5_000
const RETRY_MAX_MS = 3_600_000
/** About half a day of trying. */
const ATTEMPTS_MAX = 20

/** How long to wait after so many failed tries, doubling up to an hour; nothing when it is given up. */
export const retryAfter = (attempts: number): number | undefined =>
  attempts >= ATTEMPTS_MAX ? undefined : Math.min(RETRY_MAX_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 20))

type Post = {
  readonly shopUrl: string
  /** Signs the way out of messages that were asked for. */
  readonly links: Pick<AlertLinks, 'token'>
}

/** The mail of a notice; its link becomes an address of the shop. What was asked for ends with the way out. */
export const mailOf = ({ id, kind, to, subject, body, link }: DueNotice, { shopUrl, links }: Post) => {
  const addressOf = (path: string): string => new URL(path, shopUrl).toString()
  const wayOut = isAskedFor(kind) ? `${WAY_OUT}\n${addressOf(wayOutOf(to, links))}` : undefined
  return {
    messageId: `<${id}@notices.selvedge>`,
    to,
    subject,
    text: [body, link === undefined ? undefined : addressOf(link), wayOut].filter(Boolean).join('\n\n'),
  }
}

const WAY_OUT = 'You asked for this one message. To withdraw everything else you asked for with this address:'

/**
 * Mails what is due, one by one; a mail that cannot be sent waits for its next try and holds nobody up. At least once:
 * a crash after the mail was handed over sends it again under the same message id.
 */
export const deliverNotices = async (
  deps: Post & { readonly store: NotificationStore; readonly mailer: Mailer },
  limit: number,
): Promise<{ readonly sent: number; readonly failed: number }> => {
  let [sent, failed] = [0, 0]
  for (const notice of await deps.store.take(limit, LEASE_MS)) {
    try {
      await deps.mailer.send(mailOf(notice, deps))
    } catch (fault) {
      failed += 1
      const words = fault instanceof Error ? fault.message : String(fault)
      await deps.store.failed(notice.id, words.slice(0, 500), retryAfter(notice.attempts + 1))
      continue
    }
    await deps.store.sent(notice.id)
    sent += 1
  }
  return { sent, failed }
}
