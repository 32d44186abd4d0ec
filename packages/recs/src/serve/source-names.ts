import { SOURCE_NAMES } from '@selvedge/core'

export { SOURCE_NAMES, type SourceName } from '@selvedge/core'
export const SOURCE_COUNT = SOURCE_NAMES.length
