import type { Pool } from 'pg'

const REMEMBERED = 20_000

/** Whether a product of the catalogue has a picture of this key; what was found once is remembered. */
export const createPictureRegister = ({ pool }: { pool: Pool }): ((key: string) => Promise<boolean>) => {
  const known = new Set<string>()
  return async (key) => {
    if (known.has(key)) return true
    const { rowCount } = await pool.query({
      name: 'picture-known',
      text: 'SELECT 1 FROM media WHERE picture_key = $1 LIMIT 1',
      values: [key],
    })
    if (rowCount !== 1) return false
    if (known.size >= REMEMBERED) known.clear()
    known.add(key)
    return true
  }
}
