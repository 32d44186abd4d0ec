'use client'

const told = new Set<string>()

/**
 * A fault of something that the page can do without: what stands there stays, and who looks finds it in the console.
 * Once a part and visit: what fails every few seconds fills nobody's console.
 */
export const reportFault = (part: string, fault: unknown): void => {
  if (told.has(part)) return
  told.add(part)
  console.warn(`${part} could not be refreshed; what is shown stays`, fault)
}
