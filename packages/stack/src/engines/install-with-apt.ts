import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { systemEnvironment } from '../env'
import { StackError } from '../stack-error'
import { onPath } from './verified-binary'

/** May we install a package of the system ourselves? On Debian and its kin, as root. */
export const canInstallWithApt = (): boolean =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath('apt-get') !== undefined

/** Installs a Debian package, fetching the package lists when there are none yet. */
export const installWithApt = (name: string): void => {
  const apt = (...args: string[]) =>
    execFileSync('apt-get', ['-y', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: systemEnvironment(),
    })
  const install = () => apt('install', '--no-install-recommends', name)
  try {
    install()
  } catch {
    // A fresh image has no package lists yet: get them, then try once more.
    try {
      apt('update')
      install()
    } catch (error) {
      throw new StackError(`apt-get could not install ${name}: install it yourself.`, { cause: error })
    }
  }
}
