import { parseSync, Visitor } from 'oxc-parser'

export type SourceFacts = {
  /** Module names in import, export-from, import() and require(). */
  readonly imports: readonly string[]
  /**
   * Those of them that are loaded before the file itself: neither `import type` nor import(). An import whose names are all
   * marked `type` one by one is still loaded (verbatimModuleSyntax).
   */
  readonly loads: readonly string[]
  readonly readsEnvironment: boolean
  readonly lines: number
}

/** What the architecture needs to know of a file. A file that cannot be parsed throws, with its first fault. */
export const readSource = (path: string, text: string): SourceFacts => {
  const { program, errors } = parseSync(path, text)
  const [fault] = errors
  if (fault !== undefined) throw new Error(`${path}: ${fault.message}`)
  const imports: string[] = []
  const loads: string[] = []
  let readsEnvironment = false
  const add = (node: unknown): void => {
    const name = literal(node)
    if (name !== undefined) imports.push(name)
  }
  const addStatic = (source: unknown, kind: 'type' | 'value' | undefined): void => {
    add(source)
    const name = literal(source)
    if (name !== undefined && kind !== 'type') loads.push(name)
  }
  new Visitor({
    ImportDeclaration: ({ source, importKind }) => {
      addStatic(source, importKind)
      readsEnvironment ||= /^(node:)?process$/.test(source.value)
    },
    ExportNamedDeclaration: ({ source, exportKind }) => addStatic(source, exportKind),
    ExportAllDeclaration: ({ source, exportKind }) => addStatic(source, exportKind),
    TSImportType: ({ source }) => add(source),
    ImportExpression: ({ source }) => add(source),
    CallExpression: ({ callee, arguments: [first] }) => {
      if (isNamed(callee, 'require')) add(first)
    },
    /** `process.env`, `globalThis.process.env`, `process['env']`. */
    MemberExpression: ({ object, property, computed }) => {
      const isEnv = computed ? literal(property) === 'env' : isNamed(property, 'env')
      readsEnvironment ||= isEnv && isProcess(object)
    },
  }).visit(program)
  return { imports, loads, readsEnvironment, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) }
}

type Node = { readonly type: string }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

const isNamed = (node: unknown, name: string): boolean =>
  isNode(node) && node.type === 'Identifier' && 'name' in node && node.name === name

/** The text of a string, or of a template without parts to fill in. */
const literal = (node: unknown): string | undefined => {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal' && 'value' in node && typeof node.value === 'string') return node.value
  if (node.type !== 'TemplateLiteral' || !('quasis' in node) || !Array.isArray(node.quasis)) return undefined
  const [only, another] = node.quasis
  return another === undefined ? only?.value.cooked : undefined
}

const isProcess = (node: unknown): boolean =>
  isNamed(node, 'process') ||
  (isNode(node) && node.type === 'MemberExpression' && 'property' in node && isNamed(node.property, 'process'))
