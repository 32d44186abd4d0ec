import { createStockEditor } from '@selvedge/core'
import {
  createPromiseMaker,
  createSafetyOverrides,
  createStockDirectory,
  createStockEngine,
  createStockHistory,
  createStockReader,
  createSupplyDesk,
  createSupplyReader,
} from '@selvedge/db'
import { createAvailabilityView } from '@selvedge/infra'
import type { Connections } from './connections'

/** Stock three ways: the engine decides, the reader tells the truth, the view is what pages show; and supply to come. */
export const buildStock = ({ pool, redis, keys, feed }: Connections) => {
  const engine = createStockEngine({ pool })
  const reader = createStockReader({ pool })
  const editor = createStockEditor({
    stock: engine,
    stockReader: reader,
    safety: createSafetyOverrides({ engine }),
  })
  const history = createStockHistory({ pool })
  const directory = createStockDirectory({ pool })
  const view = createAvailabilityView({ redis, keys, feed, directory, availability: reader.availability })
  return {
    engine,
    reader,
    history,
    editor,
    view,
    supply: createSupplyReader({ pool }),
    supplyDesk: createSupplyDesk({ pool, engine }),
    promises: createPromiseMaker({ engine }),
    close: async () => {
      view.close()
      await engine.close()
    },
  }
}
export type Stock = ReturnType<typeof buildStock>
