import { type GivenUrls, PART_OF_URL, type StackUrls, type StackVariable } from './parts'

/** The only reader of the environment in this package. Empty strings count as absent. */
const read = (name: string): string | undefined => process.env[name] || undefined

/** The engines that the environment already gives. */
export const givenUrls = (): GivenUrls => {
  const given: { [V in StackVariable]?: string } = {}
  for (const variable of Object.keys(PART_OF_URL) as StackVariable[]) {
    const value = read(variable)
    if (value !== undefined) given[variable] = value
  }
  return given
}

/** Makes the urls of a stack visible to what runs in this process and below it. */
export const publishUrls = (urls: Partial<Record<StackVariable, string>>): void => {
  for (const [variable, value] of Object.entries(urls)) process.env[variable] = value
}

/** Where ports are drawn from, as `20000-25999`: shops that are opened at the same time get a part each. */
export const givenPorts = (): string | undefined => read('SELVEDGE_PORTS')

/** Binaries that the user names, before any that we would find. */
export const givenBinaries = () => ({
  meili: read('MEILI_BIN'),
  inngest: read('INNGEST_BIN'),
  chromium: read('CHROMIUM_BIN'),
  path: read('PATH') ?? '',
})

/** `NODE_ENV` is there because the web app's types, under which its tests see this, demand it of every environment. */
export type EngineEnvironment = Record<string, string> & { readonly NODE_ENV: 'production' }

/** What an engine's process may see of ours: nothing that could configure it behind our back. */
export const engineEnvironment = (home: string): EngineEnvironment => ({
  NODE_ENV: 'production',
  PATH: read('PATH') ?? '/usr/bin:/bin',
  HOME: home,
  TMPDIR: read('TMPDIR') ?? '/tmp',
  LC_ALL: 'C',
})

/** For the system's own tools: they live in folders that are not on everybody's PATH. */
export const systemEnvironment = (): EngineEnvironment => ({
  ...engineEnvironment('/root'),
  PATH: `${read('PATH') ?? '/usr/bin:/bin'}:/usr/local/sbin:/usr/sbin:/sbin`,
  DEBIAN_FRONTEND: 'noninteractive',
  // Debian would otherwise start a server of its own where there is a service manager.
  RUNLEVEL: '1',
})

/** What the process of the REST bridge is told. */
export const bridgeSettings = (): { port: number; redisUrl: string; token: string } => {
  const [port, redisUrl, token] = [read('BRIDGE_PORT'), read('BRIDGE_REDIS_URL'), read('BRIDGE_TOKEN')]
  if (port === undefined || redisUrl === undefined || token === undefined) {
    throw new Error('The bridge needs BRIDGE_PORT, BRIDGE_REDIS_URL and BRIDGE_TOKEN.')
  }
  return { port: Number(port), redisUrl, token }
}

/** Every variable of the stack, for tests and tools that run below one; a missing one is an error. */
export const requiredUrls = (): StackUrls => {
  const given = givenUrls()
  const missing = Object.keys(PART_OF_URL).find((variable) => given[variable as StackVariable] === undefined)
  if (missing !== undefined) throw new Error(`${missing} is not set: is this run below a stack?`)
  return given as StackUrls // none is missing
}
