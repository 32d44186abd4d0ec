import ts from 'typescript'

export type SourceFacts = {
  /** Module names in import, export-from, import() and require(). */
  readonly imports: readonly string[]
  readonly readsEnvironment: boolean
  readonly lines: number
}

/** What the architecture needs to know of a file. */
export const readSource = (path: string, text: string): SourceFacts => {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind)
  const imports: string[] = []
  let readsEnvironment = false
  const visit = (node: ts.Node): void => {
    const name = moduleName(node)
    if (name !== undefined) imports.push(name)
    readsEnvironment ||= isEnvironment(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { imports, readsEnvironment, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) }
}

const moduleName = (node: ts.Node): string | undefined => {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return literal(node.argument.literal)
  if (!ts.isCallExpression(node)) return undefined
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require'
  return isImport || isRequire ? literal(node.arguments[0]) : undefined
}

const literal = (node: ts.Node | undefined): string | undefined =>
  node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined

/** `process.env`, `globalThis.process.env`, `process['env']`, `import { env } from 'node:process'`. */
const isEnvironment = (node: ts.Node): boolean => {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === 'env' && isProcess(node.expression)
  if (ts.isElementAccessExpression(node))
    return literal(node.argumentExpression) === 'env' && isProcess(node.expression)
  return ts.isImportDeclaration(node) && /^(node:)?process$/.test(literal(node.moduleSpecifier) ?? '')
}

const isProcess = (node: ts.Node): boolean =>
  (ts.isIdentifier(node) && node.text === 'process') ||
  (ts.isPropertyAccessExpression(node) && node.name.text === 'process')
