// Plain JavaScript, because a worker thread starts without the TypeScript loader of its parent.
import { rename, writeFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import sharp from 'sharp'

sharp.concurrency(1)
sharp.cache(false)

parentPort?.on('message', async ({ id, svg, path, format, encoding }) => {
  try {
    const bytes = await sharp(Buffer.from(svg))[format](encoding).toBuffer()
    // A reader must never see half a picture: it appears under its name only when whole.
    const unfinished = `${path}.${process.pid}-${id}`
    await writeFile(unfinished, bytes)
    await rename(unfinished, path)
    parentPort?.postMessage({ id, ok: true })
  } catch (error) {
    parentPort?.postMessage({ id, ok: false, reason: error instanceof Error ? error.message : String(error) })
  }
})
