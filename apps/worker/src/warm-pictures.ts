import { createCatalogReader, createPool } from '@selvedge/db'
import { createPictureStore, type GarmentPicture, parsePictureKey } from '@selvedge/infra'
import { readPictureEnvironment } from './pictures/env'

/** Home and the first two pages of the listing: what a first visitor sees before anything was asked for. */
const FIRST_PRODUCTS = 48
/** Cards on phones and on desks; whoever asks for a width between them gets the next larger one meanwhile. */
const WIDTHS = [360, 640]

const firstPictures = async (databaseUrl: string): Promise<GarmentPicture[]> => {
  const pool = createPool(databaseUrl, { max: 1, applicationName: 'warm-pictures' })
  try {
    const reader = createCatalogReader({ pool })
    const [popular, newest, collections] = await Promise.all([
      reader.popular(FIRST_PRODUCTS),
      reader.newest(12),
      reader.collections(6),
    ])
    const heroes = collections.flatMap((collection) => collection.heroKey ?? [])
    const cards = [...collections.flatMap((collection) => collection.cards), ...newest, ...popular]
    const keys = new Set([...heroes, ...cards.map((card) => card.pictureKey)])
    return [...keys].flatMap((key) => parsePictureKey(key) ?? [])
  } finally {
    await pool.end()
  }
}

const warm = async (): Promise<void> => {
  const env = readPictureEnvironment()
  const specs = await firstPictures(env.DATABASE_URL)
  const store = createPictureStore({ dir: env.PICTURE_DIR, workers: 2 })
  let said = -1
  const { failed, total } = await store.warm(specs, WIDTHS, ({ done, total: of }) => {
    const tenth = Math.floor((done * 10) / of)
    if (tenth === said) return
    said = tenth
    process.stdout.write(`  pictures ${done} of ${of}\n`)
  })
  await store.close()
  if (failed > 0)
    process.stdout.write(`  ${failed} of ${total} pictures could not be drawn; they are tried again when a page asks\n`)
}

warm().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`)
  process.exitCode = 1
})
