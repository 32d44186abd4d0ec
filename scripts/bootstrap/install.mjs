import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail } from './fail.mjs'

const PNPM = 'pnpm@10.34.9'

/** Installs the frozen lockfile, unless exactly this lockfile was installed by this Node before. */
export const install = (root) => {
  const marker = join(root, 'node_modules', '.selvedge-installed')
  const wanted = fingerprint(root)
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return
  console.log(`Installing packages with ${PNPM} (the first time takes a minute or two)`)
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
  const { status, error } = spawnSync(npx, ['-y', PNPM, 'install', '--frozen-lockfile'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (error) fail(`npx did not run (${error.message}): is npm installed?`)
  if (status !== 0) fail('The packages could not be installed; the reason stands above.')
  writeFileSync(marker, wanted)
}

const fingerprint = (root) => {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}`)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
