import type { Origin } from '../origin'
import { accept, type Result, reject } from '../result'
import type { SyncAnswer } from './answer'
import { syncBatchSchema } from './batch'
import type { ChangePage, LevelPage, RequestSigner, SecretBox, SyncSource, SyncStore } from './ports'
import { parseProblems } from './problems'
import type { SyncRejection } from './rejections'
import { checkSignature, SIGNATURE_WINDOW_MS, type Signed } from './signed-request'

export type SignedBy = Signed & { readonly keyId: string }
export type ReadInput = { readonly location?: string; readonly limit: number }

/** What systems outside may ask for. Every call is signed by a source. */
export type SyncService = {
  /** Takes in a batch. Answers per message; the same batch again is answered the same. */
  receive(signed: SignedBy, correlationId: string): Promise<Result<SyncAnswer, SyncRejection>>
  /** Changes after a cursor, in their one order over all records. A source of one location sees that location. */
  changes(signed: SignedBy, input: ReadInput & { after: bigint }): Promise<Result<ChangePage, SyncRejection>>
  /** Levels by record id, with the cursor from which changes continue them. */
  levels(signed: SignedBy, input: ReadInput & { afterRecordId: number }): Promise<Result<LevelPage, SyncRejection>>
}

export type SyncServiceDeps = {
  readonly store: SyncStore
  readonly signer: RequestSigner
  readonly box: SecretBox
  readonly digest: (text: string) => string
  readonly nowMs: () => number
}

export const createSyncService = ({ store, signer, box, digest, nowMs }: SyncServiceDeps): SyncService => {
  const signedIn = async (signed: SignedBy): Promise<Result<SyncSource, SyncRejection>> => {
    const found = await store.sourceOfKey(signed.keyId)
    if (!found) return reject({ code: 'SIGNATURE_REFUSED' })
    const { sealedSecrets, ...source } = found
    const now = nowMs()
    const secrets = sealedSecrets.map((sealed) => box.open(sealed))
    switch (checkSignature(signer, secrets, signed, now)) {
      case 'good':
        return accept(source)
      case 'forged':
        return reject({ code: 'SIGNATURE_REFUSED' })
      case 'outside-window':
        return reject({ code: 'SIGNATURE_TOO_OLD', serverTimeMs: now, windowMs: SIGNATURE_WINDOW_MS })
    }
  }
  /** The one location to read, or a refusal: a source of one location cannot look into another. */
  const scopeOf = async (
    { locationId }: SyncSource,
    code: string | undefined,
  ): Promise<Result<{ locationId?: number }, SyncRejection>> => {
    if (code === undefined) return accept(locationId === undefined ? {} : { locationId })
    const wanted = await store.locationId(code)
    if (wanted === undefined || (locationId !== undefined && wanted !== locationId))
      return reject({ code: 'UNKNOWN_PLACE', location: code })
    return accept({ locationId: wanted })
  }

  return {
    receive: async (signed, correlationId) => {
      const source = await signedIn(signed)
      if (!source.ok) return source
      const parsed = syncBatchSchema.safeParse(parseJson(signed.content))
      if (!parsed.success) return reject({ code: 'INVALID_BATCH', problems: parseProblems(parsed.error) })
      const origin: Origin = { actor: `source:${source.value.id}`, correlationId }
      const contentHash = digest(JSON.stringify(parsed.data.messages))
      return store.applyBatch({ source: source.value, batch: parsed.data, contentHash, origin })
    },
    changes: async (signed, { after, location, limit }) => {
      const source = await signedIn(signed)
      if (!source.ok) return source
      const scope = await scopeOf(source.value, location)
      return scope.ok ? store.changes({ after, limit, ...scope.value }) : scope
    },
    levels: async (signed, { afterRecordId, location, limit }) => {
      const source = await signedIn(signed)
      if (!source.ok) return source
      const scope = await scopeOf(source.value, location)
      return scope.ok ? accept(await store.levels({ afterRecordId, limit, ...scope.value })) : scope
    },
  }
}

/** Undefined for what is no JSON: the schema then says what it missed. */
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
