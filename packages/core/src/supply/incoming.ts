/** What befell one line of a shipment, as the shipment's own memory tells it. */
export type LineEvent =
  | { readonly type: 'announced'; readonly at: Date }
  | { readonly type: 'changed'; readonly at: Date; readonly was: number; readonly units: number }
  | { readonly type: 'received'; readonly at: Date; readonly units: number; readonly closed: boolean }
  | { readonly type: 'cancelled'; readonly at: Date }

/** A line with all that befell it, oldest first. `units` is what is expected of it by now. */
export type LineStory = { readonly units: number; readonly events: readonly LineEvent[] }

/**
 * Units that were on their way at some moments: announced by then, neither arrived nor called off. A line was announced
 * with what its first change found there, or, if nobody changed it, with what is expected now.
 */
export const incomingAt = (lines: readonly LineStory[], moments: readonly Date[]): readonly number[] =>
  moments.map((at) => lines.reduce((sum, line) => sum + outstandingAt(line, at), 0))

const outstandingAt = ({ units, events }: LineStory, at: Date): number => {
  const first = events.find((event) => event.type === 'changed')
  let expected = 0
  let came = 0
  let isClosed = false
  for (const event of events) {
    if (event.at > at) continue
    switch (event.type) {
      case 'announced':
        expected = first?.was ?? units
        break
      case 'changed':
        // A line cut to what has come expects nothing more, and one that is raised again does.
        expected = event.units
        isClosed = false
        break
      case 'received':
        came += event.units
        isClosed ||= event.closed
        break
      case 'cancelled':
        isClosed = true
        break
    }
  }
  return isClosed ? 0 : Math.max(0, expected - came)
}
