/** `live`: the stream is open. `connecting`: it is being opened (again). `offline`: the browser has no network. */
export type LiveStatus = 'connecting' | 'live' | 'offline'

export type StatusCell = {
  get(): LiveStatus
  set(status: LiveStatus): void
  listen(listener: () => void): () => void
}

export const createStatusCell = (): StatusCell => {
  let now: LiveStatus = 'connecting'
  const listeners = new Set<() => void>()
  return {
    get: () => now,
    set: (status) => {
      if (status === now) return
      now = status
      for (const listener of listeners) listener()
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
