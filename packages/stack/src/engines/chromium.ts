import { givenBinaries } from '../env'
import { StackError } from '../stack-error'
import { onPath } from './verified-binary'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const ON_A_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** The system's Chromium, or the one Playwright fetched (undefined lets Playwright use its own). `CHROMIUM_BIN` wins. */
export const findChromium = (): string => {
  const found = givenBinaries().chromium ?? NAMES.map(onPath).find((path) => path !== undefined)
  if (found !== undefined) return found
  if (process.platform === 'darwin') return ON_A_MAC
  throw new StackError('Chromium is missing. Type: sudo apt-get install -y chromium   (or set CHROMIUM_BIN)')
}

/** Flags for a test browser: quiet on the network, and without a sandbox only where root leaves no choice. */
export const chromiumFlags = (): string[] => [
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
