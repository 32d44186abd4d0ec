'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { IconButton } from '../components/button'
import { chooseTheme, listenToTheme, readTheme, type Theme } from './theme'

const ORDER = ['system', 'light', 'dark'] as const
const FACE = {
  system: { words: 'as the system', Icon: Monitor },
  light: { words: 'day', Icon: Sun },
  dark: { words: 'night', Icon: Moon },
} as const

const onServer = (): Theme => 'system'

/** Goes round system, day, night. The server does not know the choice, so it prints `system` first. */
export const ThemeToggle = () => {
  const current = useSyncExternalStore(listenToTheme, readTheme, onServer)
  const next = ORDER[(ORDER.indexOf(current) + 1) % ORDER.length] ?? 'system'
  const { words, Icon } = FACE[current]
  return (
    <IconButton label={`Colours: ${words}. Change to ${FACE[next].words}`} onClick={() => chooseTheme(next)}>
      <Icon aria-hidden="true" strokeWidth={1.5} className="size-4.5" />
    </IconButton>
  )
}
