// The published types know Express alone; the package itself takes the requests and answers of Node.
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  function compression(): (req: IncomingMessage, res: ServerResponse, next: () => void) => void
  export = compression
}
