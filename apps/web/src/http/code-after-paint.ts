import { KEEP_EARLY_PRESSES } from './keep-early-presses'

/** How React writes the scripts that a page starts with. */
const SCRIPT = /<script src="(\/_next\/static\/chunks\/[^"<]+\.js)" async=""><\/script>/g
export const HEAD_END = '</head>'
/** A page whose first frame comes later than this was slow to come, most often for its connection: so will its code be. */
const SLOW_MS = 600
/** A page in sight that has painted nothing by then begins all the same. */
const PAINT_WAIT_MS = 3_000

/**
 * Runs in the page. A tab that nobody sees paints nothing and begins at once. `async` is set because React looks for a
 * script by it before it puts in one of its own. Fetching ahead does not run anything: over a slow connection the code
 * arrives while the page is laid out, over a fast one it would only be in the way of that. Where code does not arrive,
 * nothing waits for it any longer.
 */
const inPage = (sources: readonly string[]): string => `((sources) => {
let begun = false
const put = (name, set) => { for (const src of sources) document.head.append(Object.assign(document.createElement(name), set(src))) }
const begin = () => {
if (begun) return
begun = true
put('script', (src) => ({ src, async: true, onerror: () => self.takeEarlyPresses(true) }))
}
if (document.hidden || !self.PerformanceObserver?.supportedEntryTypes?.includes('paint')) return begin()
new PerformanceObserver(begin).observe({ type: 'paint', buffered: true })
requestAnimationFrame((at) => {
if (at > ${SLOW_MS} && !begun) put('link', (href) => ({ rel: 'preload', as: 'script', fetchPriority: 'low', href }))
})
setTimeout(begin, ${PAINT_WAIT_MS})
})(${JSON.stringify(sources)})`

/**
 * The head of a page, up to and with its end tag, whose scripts wait until something is painted, and which keeps what is
 * pressed until they are there; as it was where it has no scripts of ours (ADR 0027).
 */
export const codeAfterPaint = (head: string): string => {
  const sources: string[] = []
  const rest = head.replace(SCRIPT, (_, src: string) => {
    sources.push(src)
    return ''
  })
  if (sources.length === 0) return head
  // As a function: in a replacement text dollars would mean something.
  return rest.replace(HEAD_END, () => `<script>${KEEP_EARLY_PRESSES};${inPage(sources)}</script>${HEAD_END}`)
}
