import type { Origin } from '../origin'
import { accept, type Result, reject } from '../result'
import type { SecretBox, SyncConflictRow, SyncSourceRow, SyncStore } from './ports'
import type { SyncRejection } from './rejections'

/** A secret in plain text: shown once, to whoever asked for it. */
export type FreshKey = { readonly sourceId: string; readonly keyId: string; readonly secret: string }

/** The back office of outside sources. */
export type SourceDesk = {
  list(): Promise<readonly SyncSourceRow[]>
  create(
    input: { name: string; location?: string; expectedEveryMinutes: number },
    origin: Origin,
  ): Promise<Result<FreshKey, SyncRejection>>
  /** The old secret goes on for a day, so that tills are changed over one by one. */
  rotate(sourceId: string): Promise<Result<FreshKey, SyncRejection>>
  /** From now on nothing signed by it is answered. */
  revoke(sourceId: string): Promise<Result<{ sourceId: string }, SyncRejection>>
  conflicts(input: { open: boolean; before?: string; limit: number }): Promise<readonly SyncConflictRow[]>
  resolve(conflictId: string, origin: Origin): Promise<boolean>
}

const ROTATION_GRACE_MS = 86_400_000

export const createSourceDesk = (deps: {
  readonly store: SyncStore
  readonly box: SecretBox
  readonly newId: () => string
  readonly newSecret: () => string
}): SourceDesk => {
  const { store, box, newId, newSecret } = deps
  return {
    list: () => store.sources(),
    create: async ({ name, location, expectedEveryMinutes }, origin) => {
      const locationId = location === undefined ? undefined : await store.locationId(location)
      if (location !== undefined && locationId === undefined) return reject({ code: 'UNKNOWN_PLACE', location })
      const [id, secret] = [newId(), newSecret()]
      const keyId = `src_${id.replaceAll('-', '').slice(0, 20)}`
      const place = locationId === undefined ? {} : { locationId }
      const sealedSecret = box.seal(secret)
      await store.addSource({ id, name, keyId, ...place, sealedSecret, actor: origin.actor, expectedEveryMinutes })
      return accept({ sourceId: id, keyId, secret })
    },
    rotate: async (sourceId) => {
      const source = (await store.sources()).find(({ id, revokedAt }) => id === sourceId && revokedAt === undefined)
      if (!source) return reject({ code: 'UNKNOWN_SOURCE', sourceId })
      const secret = newSecret()
      await store.rotate(sourceId, box.seal(secret), ROTATION_GRACE_MS)
      return accept({ sourceId, keyId: source.keyId, secret })
    },
    revoke: async (sourceId) =>
      (await store.revoke(sourceId)) ? accept({ sourceId }) : reject({ code: 'UNKNOWN_SOURCE', sourceId }),
    conflicts: (input) => store.conflicts(input),
    resolve: (conflictId, origin) => store.resolveConflict(conflictId, origin.actor),
  }
}
