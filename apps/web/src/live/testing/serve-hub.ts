import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLiveHub, type LiveHub, type LiveHubDeps } from '../live-hub'

/** The hub on a server as the shop has it. */
export const serveHub = async (
  deps: LiveHubDeps,
): Promise<{ hub: LiveHub; origin: string; close: () => Promise<void> }> => {
  const hub = createLiveHub(deps)
  const server = createServer((req, res) => {
    if (hub.handles(req)) hub.handle(req, res)
    else res.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on TCP
  return {
    hub,
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      hub.close()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
