import { THEME_KEY } from './theme-script'

export type Theme = 'system' | 'light' | 'dark'

/** The scheme on the page: what the reader chose, else the system's. */
export const readTheme = (): Theme => {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

const show = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** Changes the scheme of this page now, of the other tabs by their storage event, and of later visits. */
export const chooseTheme = (theme: Theme): void => {
  show(theme)
  window.dispatchEvent(new Event(CHANGED))
  try {
    if (theme === 'system') localStorage.removeItem(THEME_KEY)
    else localStorage.setItem(THEME_KEY, theme)
  } catch {
    // A browser that keeps nothing for us: the choice holds for this page.
  }
}

const CHANGED = 'selvedge:theme'

/** Calls back when the scheme was changed, here or in another tab. */
export const listenToTheme = (listener: () => void): (() => void) => {
  const fromElsewhere = ({ key, newValue }: StorageEvent): void => {
    if (key !== THEME_KEY) return
    show(newValue === 'light' || newValue === 'dark' ? newValue : 'system')
    listener()
  }
  window.addEventListener('storage', fromElsewhere)
  window.addEventListener(CHANGED, listener)
  return () => {
    window.removeEventListener('storage', fromElsewhere)
    window.removeEventListener(CHANGED, listener)
  }
}
