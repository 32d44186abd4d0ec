import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { SecretBox } from '@selvedge/core'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const VERSION = 'v1'

/**
 * Encrypts with a key derived from the shop's secret (HKDF-SHA-256, AES-256-GCM). `purpose` keeps what was sealed for
 * one use from being opened by another.
 */
export const createSecretBox = ({ secret, purpose }: { secret: string; purpose: string }): SecretBox => {
  if (secret.length < 32) throw new RangeError('the key of sealed secrets needs at least 32 characters')
  const key = Buffer.from(hkdfSync('sha256', secret, '', `selvedge:${purpose}`, 32))
  return {
    seal: (plain) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${VERSION}.${sealed.toString('base64url')}`
    },
    open: (text) => {
      const [version, body = ''] = text.split('.')
      const sealed = Buffer.from(body, 'base64url')
      if (version !== VERSION || sealed.length < NONCE_BYTES + TAG_BYTES) throw new Error('not a sealed secret')
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
      const plain = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES))
      return Buffer.concat([plain, decipher.final()]).toString('utf8')
    },
  }
}
