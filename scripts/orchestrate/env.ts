const read = (name: string): string | undefined => process.env[name] || undefined

/** What a command inherits, for the children it starts. */
export const inherited = (): Record<string, string> => {
  const copy: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) copy[name] = value
  return copy
}

/** The port of the storefront as the user wishes it. */
export const wishedPort = (): string => read('PORT') ?? '3000'

/** Secrets that the user brought along. */
export const givenSecret = (name: string): string | undefined => read(name)

/** Are we a script of npm or pnpm, which may be killed above our heads? */
export const isBelowNpm = (): boolean => read('npm_lifecycle_event') !== undefined
