import { createHash } from 'node:crypto'
import { accessSync, chmodSync, constants, createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { givenBinaries } from '../env'
import { StackError } from '../stack-error'

export type PackagedBinary = {
  readonly packageName: string
  readonly file: string
  readonly sha256: string
  readonly platform: string
}

/** The packaged server, made executable, once its bytes are those we recorded; nothing on another platform. */
export const packagedBinary = async (binary: PackagedBinary): Promise<string | undefined> => {
  if (`${process.platform}-${process.arch}` !== binary.platform) return undefined
  const path = locate(binary)
  if (path === undefined) return undefined
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  const found = hash.digest('hex')
  if (found !== binary.sha256) {
    throw new StackError(`${path} is not the file we know (sha256 ${found}, expected ${binary.sha256}); it is not run.`)
  }
  if (!isExecutable(path)) chmodSync(path, 0o755)
  return path
}

/** The first executable of this name on the PATH. */
export const onPath = (name: string): string | undefined =>
  givenBinaries()
    .path.split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable)

const locate = ({ packageName, file }: PackagedBinary): string | undefined => {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`)), file)
  } catch {
    return undefined // an optional dependency that this platform did not get
  }
}

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
