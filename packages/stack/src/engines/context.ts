import type { Ports } from '../parts'
import type { Secrets } from '../state'

/** What each engine is started with. */
export type EngineContext = {
  /** The folder of the stack: data, logs and state. */
  readonly dir: string
  readonly ports: Ports
  readonly secrets: Secrets
  readonly log: (line: string) => void
}
