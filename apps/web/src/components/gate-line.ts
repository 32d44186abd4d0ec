/** As many cards as a slow phone brings to life within 50 ms, from where on a stop is felt. */
export const AT_ONCE = 2

export type GateLine<Gate> = {
  add(gate: Gate): void
  remove(gate: Gate): void
}

/** Gates that wait for a pause, a few for each: `open` opens one, `pause` calls back when there is time. */
export const createGateLine = <Gate>({
  open,
  pause,
}: {
  open: (gate: Gate) => void
  pause: (work: () => void) => void
}): GateLine<Gate> => {
  const line = new Set<Gate>()
  let isMoving = false
  const move = (): void => {
    isMoving = line.size > 0
    if (isMoving) pause(openSome)
  }
  const openSome = (): void => {
    for (const gate of [...line].slice(0, AT_ONCE)) {
      line.delete(gate)
      open(gate)
    }
    move()
  }
  return {
    add: (gate) => {
      line.add(gate)
      if (!isMoving) move()
    },
    remove: (gate) => void line.delete(gate),
  }
}
