import { PORT_NAMES, type Ports } from './parts'
import { freePort } from './process/ports'

// Two stacks that begin at once in one process would else draw from one hat before either has bound its ports.
const drawn = new Set<number>()

/** A free port for every socket of a stack; remembered ones stay as they are while nobody else holds them. */
export const choosePorts = async (remembered: Partial<Ports>, demanded: Partial<Ports> = {}): Promise<Ports> => {
  const taken = new Set<number>(Object.values(demanded))
  const chosen: Partial<Ports> = {}
  for (const name of PORT_NAMES) {
    const avoided = remembered[name] === undefined ? new Set([...taken, ...drawn]) : taken
    const port = demanded[name] ?? (await freePort(remembered[name], avoided))
    taken.add(port)
    drawn.add(port)
    chosen[name] = port
  }
  return chosen as Ports // every name was visited
}
