import type { ServerResponse } from 'node:http'

type Rewrite = { readonly until: string; readonly by: (head: string) => string }
type Done = (error?: Error | null) => void

/** Heads are some kilobytes long; an end that has not come within so much is not waited for. */
const HEAD_MAX_BYTES = 64 * 1024

/**
 * Rewrites the beginning of an HTML page that is sent by `res`, from its first byte to the end of `until`, and passes on
 * the rest as it comes. What is no HTML, or has promised its length already, passes untouched. `by` sees bytes as Latin-1,
 * which loses none of them: it may add and take away ASCII alone.
 */
export const rewriteHead = (res: ServerResponse, rewrite: Rewrite): void => {
  const write = res.write.bind(res)
  const end = res.end.bind(res)
  let held: Buffer | undefined = Buffer.alloc(0)

  /** What may go out now; undefined where it goes out as it was given. */
  const passing = (given: unknown, encoding: unknown, isLast: boolean): Buffer | undefined => {
    if (held === undefined) return undefined
    if (held.length === 0 && !isRewritable(res)) {
      held = undefined
      return undefined
    }
    const all = Buffer.concat([held, bytesOf(given, encoding)])
    const at = all.indexOf(rewrite.until)
    if (at < 0 && !isLast && all.length < HEAD_MAX_BYTES) {
      held = all
      return Buffer.alloc(0)
    }
    held = undefined
    if (at < 0) return all
    const cut = at + rewrite.until.length
    return Buffer.concat([Buffer.from(rewrite.by(all.toString('latin1', 0, cut)), 'latin1'), all.subarray(cut)])
  }

  Object.assign(res, {
    write: (...given: Parameters<typeof write>) => {
      const bytes = passing(given[0], given[1], false)
      if (bytes === undefined) return write(...given)
      if (bytes.length > 0) return write(bytes, doneOf(given))
      const done = doneOf(given)
      if (done) process.nextTick(done)
      return true
    },
    end: (...given: Parameters<typeof end>) => {
      const bytes = passing(given[0], given[1], true)
      if (bytes === undefined) return end(...given)
      return bytes.length > 0 ? end(bytes, doneOf(given)) : end(...given)
    },
  })
}

/** A length that is not sent yet is taken back: it will be another. */
const isRewritable = (res: ServerResponse): boolean => {
  if (!String(res.getHeader('content-type')).startsWith('text/html')) return false
  if (!res.headersSent) res.removeHeader('content-length')
  return !res.hasHeader('content-length')
}

const bytesOf = (given: unknown, encoding: unknown): Buffer => {
  if (typeof given === 'string') return Buffer.from(given, isEncoding(encoding) ? encoding : 'utf8')
  return given instanceof Uint8Array ? Buffer.from(given) : Buffer.alloc(0)
}

const isEncoding = (given: unknown): given is BufferEncoding => typeof given === 'string' && Buffer.isEncoding(given)

const doneOf = (given: readonly unknown[]): Done | undefined =>
  given.find((one): one is Done => typeof one === 'function')
