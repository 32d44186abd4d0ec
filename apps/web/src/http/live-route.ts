import type { LiveHub } from '../live/live-hub'
import type { Route } from './route'

/** The live stream: stock of what a page shows. */
export const liveRoute = (hub: LiveHub): Route => ({
  handles: (path) => path === '/api/live' || path.startsWith('/api/live/'),
  handle: (req, res) => hub.handle(req, res),
})
