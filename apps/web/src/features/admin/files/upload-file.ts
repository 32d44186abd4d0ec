import type { FileKind, FileRejection } from '@selvedge/core'
import { z } from 'zod'
import { fileRefusalWords } from './refusal-words'

const uploadedSchema = z.object({ fileId: z.string() })
const refusedSchema = z.object({ code: z.literal('FILE_REFUSED'), refusal: z.looseObject({ code: z.string() }) })

export type Uploaded = { readonly fileId: string } | { readonly failure: string }
type Refusal = Extract<FileRejection, { code: 'FILE_REFUSED' }>['refusal']

/** Sends a file as it lies on the disk, with its share sent so far; `fetch` cannot tell that. */
export const uploadFile = (file: File, kind: FileKind, onProgress: (share: number) => void): Promise<Uploaded> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/admin/files?${new URLSearchParams({ kind, name: file.name.slice(0, 120) })}`)
    request.setRequestHeader('content-type', 'text/csv')
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total)
    request.onload = () => resolve(readAnswer(request.responseText))
    request.onerror = () =>
      resolve({ failure: 'The upload was cut off. A file beyond the limit is refused like this too.' })
    request.send(file)
  })

const readAnswer = (text: string): Uploaded => {
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch {
    return { failure: 'The server did not answer as it should. Nothing was kept.' }
  }
  const uploaded = uploadedSchema.safeParse(answer)
  if (uploaded.success) return uploaded.data
  const refused = refusedSchema.safeParse(answer)
  if (!refused.success) return { failure: 'The file was not taken. Sign in again and retry.' }
  const { title, detail } = fileRefusalWords(refused.data.refusal as Refusal) // our own route's closed union
  return { failure: `${title}. ${detail}` }
}
