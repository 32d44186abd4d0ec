/** Where candidates come from. The order is that of the features; a name is never given another meaning. */
export const SOURCE_NAMES = [
  'together',
  'neighbours',
  'factors',
  'session',
  'content',
  'affinity',
  'popular',
  'new',
  'editorial',
] as const
export type SourceName = (typeof SOURCE_NAMES)[number]
export const SOURCE_COUNT = SOURCE_NAMES.length
