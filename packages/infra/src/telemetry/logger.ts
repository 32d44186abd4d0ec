import { type DestinationStream, type Logger, pino } from 'pino'

export type { DestinationStream, Logger } from 'pino'

/** Names of fields that never reach a log. */
const SECRET = ['password', 'token', 'secret', 'authorization', 'cookie', 'email', 'address', 'signingKey', 'eventKey']

/** JSON lines to standard output, or `to` where one is given. Bind `correlationId` with `logger.child` where there is one. */
export const createLogger = (
  { name, level = 'info' }: { name: string; level?: string },
  to: DestinationStream = pino.destination(1),
): Logger =>
  pino(
    {
      name,
      level,
      base: { name },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRET.flatMap((field) => [field, `*.${field}`]), censor: '[redacted]' },
    },
    to,
  )
