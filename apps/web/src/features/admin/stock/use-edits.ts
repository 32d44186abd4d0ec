'use client'

import type { AdjustReason, EditableFigure, StockGridRow } from '@selvedge/core'
import { useCallback, useState } from 'react'
import { type ApiError, trpc } from '@/trpc/client'
import {
  afterSending,
  besideLevels,
  cellKey,
  type Edits,
  insistedOn,
  type PendingEdit,
  pasteBlock,
  readBlock,
  reversed,
  type Sent,
  withEdit,
  withoutOvertaken,
} from './edits'

/** Cells sent in one request: progress is seen, and a lost answer costs little. */
const AT_ONCE = 50

export type Progress = { readonly done: number; readonly of: number }
type Reason = { readonly reason: AdjustReason; readonly note?: string }

/**
 * The changes of a grid that are not saved yet, and the way to save them as one batch: each cell is held against what
 * was seen in it, and one that somebody else has changed meanwhile stays, with both figures, for the person to decide.
 */
export const useEdits = ({ onSaved }: { onSaved: () => void }) => {
  const [edits, setEdits] = useState<Edits>(new Map())
  const [problems, setProblems] = useState<readonly string[]>([])
  const [progress, setProgress] = useState<Progress>()
  const [undoable, setUndoable] = useState<readonly PendingEdit[]>([])
  const { mutateAsync } = trpc.admin.stock.edit.useMutation({ retry: false })

  const send = async (cells: readonly PendingEdit[], told: Reason): Promise<Sent> => {
    const batchId = crypto.randomUUID()
    const saved: PendingEdit[] = []
    const conflicts: PendingEdit[] = []
    const byKey = new Map(cells.map((cell) => [cellKey(cell.recordId, cell.figure), cell]))
    setProgress({ done: 0, of: cells.length })
    for (let from = 0; from < cells.length; from += AT_ONCE) {
      const piece = cells.slice(from, from + AT_ONCE)
      const asked = piece.map(({ recordId, variantId, figure, seen, value }) => ({
        recordId,
        variantId,
        figure,
        seen,
        value,
      }))
      try {
        for (const answer of await mutateAsync({ batchId, ...told, cells: asked })) {
          const cell = byKey.get(cellKey(answer.recordId, answer.figure))
          if (!cell) continue
          if (answer.outcome === 'saved') saved.push(cell)
          else
            conflicts.push({
              ...cell,
              state: 'conflict',
              ...(answer.current === undefined ? {} : { current: answer.current }),
            })
        }
      } catch (fault) {
        const error = fault as ApiError // mutateAsync rejects with the client's error type, which TypeScript cannot say
        setProblems([`The shop did not take them all: ${error.message} What is marked is not saved.`])
        return { saved, conflicts, left: cells.slice(from) }
      }
      setProgress({ done: from + piece.length, of: cells.length })
    }
    return { saved, conflicts, left: [] }
  }

  const run = async (cells: readonly PendingEdit[], told: Reason, canUndo: boolean): Promise<void> => {
    setProblems([])
    const sent = await send(cells, told)
    setEdits((known) => afterSending(known, sent))
    setUndoable(canUndo ? sent.saved.map((cell) => ({ ...cell, state: 'pending' as const })) : [])
    setProgress(undefined)
    onSaved()
  }
  const isSaving = progress !== undefined
  const follow = useCallback(
    // What is being saved is answered for by the shop.
    (levels: Parameters<typeof besideLevels>[1]) => {
      if (!isSaving) setEdits((known) => besideLevels(known, levels))
    },
    [isSaving],
  )
  return {
    edits,
    problems,
    progress,
    undoable: undoable.length,
    set: (row: StockGridRow, figure: EditableFigure, value: number) =>
      setEdits((known) => withEdit(known, row, figure, value)),
    drop: (recordId: number, figure: EditableFigure) =>
      setEdits((known) => new Map([...known].filter(([key]) => key !== cellKey(recordId, figure)))),
    paste: (text: string, rows: readonly StockGridRow[], columns: readonly (EditableFigure | undefined)[]) => {
      const pasted = pasteBlock(edits, readBlock(text), rows, columns)
      setEdits(pasted.edits)
      setProblems(pasted.refused)
    },
    discard: () => {
      setEdits(new Map())
      setProblems([])
    },
    /** What was overtaken is decided for the person's own figures. */
    insist: () => setEdits(insistedOn),
    /** What was overtaken is decided for the colleague's figures. */
    takeTheirs: () => setEdits(withoutOvertaken),
    besideLevels: follow,
    apply: (told: Reason) =>
      run(
        [...edits.values()].filter(({ state }) => state === 'pending'),
        told,
        true,
      ),
    undo: () => {
      const back = reversed(undoable)
      const cells = undoable.map((cell, n): PendingEdit => ({ ...cell, ...back[n], state: 'pending' }))
      return run(cells, { reason: 'correction', note: 'Taking a batch of changes back' }, false)
    },
  }
}
export type EditBook = ReturnType<typeof useEdits>
