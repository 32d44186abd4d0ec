import type { ExpiredHold } from '@selvedge/core'
import type { Logger } from '@selvedge/infra'

/** Logs which holds ended by themselves, by the ids of the requests that took them, and `by` whom they were ended. */
export const tellExpired =
  (logger: Logger, by: string) =>
  (holds: readonly ExpiredHold[]): void => {
    const correlationIds = [...new Set(holds.flatMap(({ correlationId }) => correlationId ?? []))]
    logger.info({ by, holds: holds.length, correlationIds }, 'holds ended')
  }
