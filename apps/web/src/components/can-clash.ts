/** Classes without a value of their own, by what they set. */
const SETS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    position: ['static', 'fixed', 'absolute', 'relative', 'sticky'],
    display: ['block', 'inline', 'flex', 'grid', 'table', 'contents', 'hidden', 'flow-root', 'list-item'],
    visibility: ['visible', 'invisible', 'collapse'],
    case: ['uppercase', 'lowercase', 'capitalize', 'normal-case'],
    line: ['underline', 'overline', 'line-through', 'no-underline'],
    read: ['sr-only', 'not-sr-only'],
    slant: ['italic', 'not-italic'],
  }).flatMap(([what, names]) => names.map((name) => [name, what] as const)),
)

/** Of what shares its first word, the shapes that set something else. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/^(inline-(block|flex|grid|table)|table-\w+)$/, 'display'],
  [/^text-(label|note|small|body|lead|title|headline|display|banner|\[(\d|clamp).*)$/, 'text-size'],
  [/^text-(left|center|right|justify|start|end)$/, 'text-align'],
  [/^(truncate|text-ellipsis|text-clip)$/, 'text-overflow'],
  [/^text-(balance|pretty|wrap|nowrap)$/, 'text-wrap'],
  [/^border(-[xytrblse])?(-\d+)?$/, 'border-width'],
  [/^(min|max)-[wh](?=-)/, ''],
  [/^inset-[xy](?=-)/, ''],
  [/^overflow-[xy](?=-)/, ''],
]

/** A later class that sets these as well. */
const COVERS: Readonly<Record<string, readonly string[]>> = {
  p: ['px', 'py', 'pt', 'pr', 'pb', 'pl', 'ps', 'pe'],
  px: ['pr', 'pl'],
  py: ['pt', 'pb'],
  m: ['mx', 'my', 'mt', 'mr', 'mb', 'ml', 'ms', 'me'],
  mx: ['mr', 'ml'],
  my: ['mt', 'mb'],
  size: ['w', 'h'],
  inset: ['inset-x', 'inset-y', 'top', 'right', 'bottom', 'left', 'start', 'end'],
  'inset-x': ['right', 'left'],
  'inset-y': ['top', 'bottom'],
  gap: ['gap-x', 'gap-y'],
  flex: ['basis', 'grow', 'shrink'],
  overflow: ['overflow-x', 'overflow-y'],
  'text-size': ['leading'],
}

/** What a class sets: `md:hover:-mt-2!` is `mt` under `md:hover:`, and nothing under another condition clashes with it. */
const whatItSets = (name: string): { under: string; what: string } => {
  const end = name.lastIndexOf(':') + 1
  const bare = name.slice(end).replace(/^[-!]+|!$/g, '')
  const named = SETS.get(bare)
  if (named) return { under: name.slice(0, end), what: named }
  const shape = SHAPES.find(([pattern]) => pattern.test(bare))
  const what = shape ? shape[1] || (shape[0].exec(bare)?.[0] ?? bare) : (bare.split(/[-[(/]/, 1)[0] ?? bare)
  return { under: name.slice(0, end), what }
}

/**
 * Whether a class of a later part may set what a class of an earlier part sets. May say yes without need, never no
 * wrongly: a no spares the page the table of all classes of the framework, which takes a phone a tenth of a second to build.
 */
export const canClash = (parts: readonly string[]): boolean => {
  if (parts.length < 2) return false
  const seen = new Set<string>()
  for (const part of parts) {
    const own = part.split(/\s+/).filter(Boolean).map(whatItSets)
    const clashes = own.some(({ under, what }) =>
      [what, ...(COVERS[what] ?? [])].some((earlier) => seen.has(under + earlier)),
    )
    if (clashes) return true
    for (const { under, what } of own) seen.add(under + what)
  }
  return false
}
