import type { RequestSigner } from './ports'

/** A signature is good for this long, to either side. */
export const SIGNATURE_WINDOW_MS = 300_000

export type Signed = {
  /** Epoch seconds, as text: signed as it was written. */
  readonly timestamp: string
  readonly signature: string
  /** The raw body, or path and query of a request without one. */
  readonly content: string
}

/** What is signed: the timestamp, a full stop, the content. */
export const signedText = ({ timestamp, content }: Pick<Signed, 'timestamp' | 'content'>): string =>
  `${timestamp}.${content}`

/** Signature first, window second: who cannot sign learns nothing of our clock. */
export const checkSignature = (
  signer: RequestSigner,
  secrets: readonly string[],
  signed: Signed,
  nowMs: number,
): 'good' | 'forged' | 'outside-window' => {
  if (!/^\d{1,12}$/.test(signed.timestamp)) return 'forged'
  const text = signedText(signed)
  if (!secrets.some((secret) => signer.matches(secret, text, signed.signature))) return 'forged'
  const ageMs = Math.abs(nowMs - Number(signed.timestamp) * 1_000)
  return ageMs <= SIGNATURE_WINDOW_MS ? 'good' : 'outside-window'
}
