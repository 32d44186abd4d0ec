import { existsSync } from 'node:fs'
import { givenBinaries } from '../env'
import { canInstallWithApt, installWithApt } from './install-with-apt'
import { onPath } from './verified-binary'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const ON_A_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** The system's Chromium; nothing when there is none and Playwright has to use its own. `CHROMIUM_BIN` wins. */
export const findChromium = (): string | undefined => {
  const found = givenBinaries().chromium ?? NAMES.map(onPath).find((path) => path !== undefined)
  return found ?? (existsSync(ON_A_MAC) ? ON_A_MAC : undefined)
}

/** The system's Chromium, installed on Debian as root when missing, which is said. */
export const ensureChromium = (log: (line: string) => void): string | undefined => {
  const found = findChromium()
  if (found !== undefined || !canInstallWithApt()) return found
  log('Chromium is missing: installing it with apt-get')
  installWithApt('chromium')
  return findChromium()
}

/** Flags for a test browser: quiet on the network, and without a sandbox only where root leaves no choice. */
export const chromiumFlags = (): string[] => [
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
