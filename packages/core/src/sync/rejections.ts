/** Why a whole request is refused; single messages are refused in the answer (`SyncRefusal`). */
export type SyncRejection =
  /** Unknown or revoked key, or a signature that does not match: all the same to whoever asks. */
  | { readonly code: 'SIGNATURE_REFUSED' }
  /** Signed too long ago or in the future: the clock to sign by comes along. */
  | { readonly code: 'SIGNATURE_TOO_OLD'; readonly serverTimeMs: number; readonly windowMs: number }
  | {
      readonly code: 'INVALID_BATCH'
      readonly problems: readonly { readonly line?: number; readonly field: string; readonly problem: string }[]
    }
  | { readonly code: 'BATCH_ID_REUSED'; readonly batchId: string }
  /** Older than what is kept: take the levels anew and go on from `resumeAfter`. */
  | { readonly code: 'CURSOR_TOO_OLD'; readonly resumeAfter: string }
  | { readonly code: 'UNKNOWN_PLACE'; readonly location: string }
  | { readonly code: 'UNKNOWN_SOURCE'; readonly sourceId: string }
