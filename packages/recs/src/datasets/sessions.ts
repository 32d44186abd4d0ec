import { DatasetFault, type DatasetFile, linesOf, wholeNumber } from './lines'

/** A session of clicks, oldest first. Ids are those of the file. */
export type ClickSession = { readonly itemIds: readonly number[]; readonly endedAt: number }

/** Tab-separated clicks: session, item, time; a heading is left out. Sessions in the order of their last click. */
export function parseSessions(file: DatasetFile): readonly ClickSession[] {
  const sessions = new Map<string, { item: number; time: number }[]>()
  for (const { line, text } of linesOf(file)) {
    const [session, item, time] = text.split('\t')
    if (line === 1 && Number.isNaN(Number(item))) continue
    const moment = Number(time)
    if (!session || !item || time === undefined || !Number.isFinite(moment)) {
      throw new DatasetFault(file.name, line, 'session, item and time are expected')
    }
    const clicks = sessions.get(session) ?? []
    clicks.push({ item: wholeNumber(item, file.name, line), time: moment })
    sessions.set(session, clicks)
  }
  return Array.from(sessions.values(), (clicks) => {
    clicks.sort((a, b) => a.time - b.time)
    return { itemIds: clicks.map(({ item }) => item), endedAt: clicks.at(-1)?.time ?? 0 }
  }).sort((a, b) => a.endedAt - b.endedAt)
}
