'use client'

import { createContext, type ReactNode, use, useState, useSyncExternalStore } from 'react'

type Drawer = {
  readonly isOpen: () => boolean
  readonly setOpen: (open: boolean) => void
  readonly listen: (listener: () => void) => () => void
}

const createDrawer = (): Drawer => {
  let isOpen = false
  const listeners = new Set<() => void>()
  return {
    isOpen: () => isOpen,
    setOpen: (open) => {
      isOpen = open
      for (const listener of listeners) listener()
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const DrawerContext = createContext<Drawer | undefined>(undefined)

/**
 * Whether the bag's drawer is open; stands around header and page, because both open it. The context never changes: a
 * drawer that opens wakes the header, not all of the page that has yet to come to life.
 */
export const BagDrawerProvider = ({ children }: { children: ReactNode }) => {
  const [drawer] = useState(createDrawer)
  return <DrawerContext value={drawer}>{children}</DrawerContext>
}

const useDrawer = (): Drawer => {
  const drawer = use(DrawerContext)
  if (!drawer) throw new Error('useBagDrawer outside BagDrawerProvider')
  return drawer
}

/** How the drawer is opened and closed. */
export const useOpenBagDrawer = (): Drawer['setOpen'] => useDrawer().setOpen

export const useBagDrawer = (): { isOpen: boolean; setOpen: Drawer['setOpen'] } => {
  const drawer = useDrawer()
  const isOpen = useSyncExternalStore(drawer.listen, drawer.isOpen, () => false)
  return { isOpen, setOpen: drawer.setOpen }
}
