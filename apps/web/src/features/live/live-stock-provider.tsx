'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { soon } from '@/components/when-idle'
import { createLiveClient, type LiveClient } from './live-client'

const LiveContext = createContext<LiveClient | undefined>(undefined)

/**
 * Holds this tab's part in the live stream; stands once, around everything that shows stock. The stream is opened in the
 * first pause: it begins with all that has changed since the page was made.
 */
export const LiveStockProvider = ({ children }: { children: ReactNode }) => {
  const [client] = useState(createLiveClient)
  useEffect(() => {
    let stop: (() => void) | undefined
    const callOff = soon(() => {
      stop = client.start()
    })
    return () => {
      callOff()
      stop?.()
    }
  }, [client])
  return <LiveContext value={client}>{children}</LiveContext>
}

export const useLiveClient = (): LiveClient => {
  const client = useContext(LiveContext)
  if (client === undefined) throw new Error('useLiveStock needs a LiveStockProvider above it')
  return client
}
