import { parseSync, Visitor } from 'oxc-parser'

export type SourceFacts = {
  /** Module names in import, export-from, import() and require(). */
  readonly imports: readonly string[]
  readonly readsEnvironment: boolean
  readonly lines: number
}

/** What the architecture needs to know of a file. A file that cannot be parsed throws, with its first fault. */
export const readSource = (path: string, text: string): SourceFacts => {
  const { program, errors } = parseSync(path, text)
  const [fault] = errors
  if (fault !== undefined) throw new Error(`${path}: ${fault.message}`)
  const imports: string[] = []
  let readsEnvironment = false
  const add = (node: unknown): void => {
    const name = literal(node)
    if (name !== undefined) imports.push(name)
  }
  new Visitor({
    ImportDeclaration: ({ source }) => {
      add(source)
      readsEnvironment ||= /^(node:)?process$/.test(source.value)
    },
    ExportNamedDeclaration: ({ source }) => add(source),
    ExportAllDeclaration: ({ source }) => add(source),
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
  return { imports, readsEnvironment, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) }
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
