import { createStockEditor, type UnitsToCome } from '@selvedge/core'
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
import { createAvailabilityView, withUnits } from '@selvedge/infra'
import type { Connections } from './connections'

/**
 * Stock three ways: the engine decides, the reader tells the truth, the view is what pages show, with the next unit to come
 * of what is sold ahead; and supply to come.
 */
export const buildStock = ({ pool, redis, keys, feed }: Connections, nextOf: UnitsToCome) => {
  const engine = createStockEngine({ pool })
  const reader = createStockReader({ pool })
  const editor = createStockEditor({
    stock: engine,
    stockReader: reader,
    safety: createSafetyOverrides({ engine }),
  })
  const history = createStockHistory({ pool })
  const directory = createStockDirectory({ pool })
  const live = createAvailabilityView({ redis, keys, feed, directory, availability: reader.availability })
  const view = withUnits(live, nextOf)
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
