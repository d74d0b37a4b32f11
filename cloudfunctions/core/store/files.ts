/** Files of the cloud's storage: closed to everybody, shown by links that expire. */
import cloudbase from '@cloudbase/node-sdk'
import { HEAD_BYTES } from '../domain/photo'
import type { FileHead } from '../domain/photo'

const app = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV })

/** Long enough to look at a photo on a weak signal. */
const LINK_SECONDS = 600

/** A link to a stored file, or null when it is not there (any more). */
export async function temporaryLink(fileId: string): Promise<string | null> {
  const { fileList } = await app.getTempFileURL({
    fileList: [{ fileID: fileId, maxAge: LINK_SECONDS }],
  })
  return fileList[0]?.tempFileURL || null
}

/** How large stored files are and how they begin, in one request and one look at each. */
export async function fileHeads(fileIds: readonly string[]): Promise<(FileHead | null)[]> {
  const { fileList } = await app.getTempFileURL({
    fileList: fileIds.map((fileID) => ({ fileID, maxAge: LINK_SECONDS })),
  })
  return Promise.all(
    fileList.map(async ({ tempFileURL }) => (tempFileURL ? headOf(tempFileURL) : null)),
  )
}

/** Reads no more than the beginning, however large the file is. */
async function headOf(url: string): Promise<FileHead | null> {
  const response = await fetch(url, { headers: { range: `bytes=0-${String(HEAD_BYTES - 1)}` } })
  // 416: there is no such range, because there is nothing in it.
  if (response.status === 404 || response.status === 416) return null
  if (!response.ok) throw new Error(`a stored file answers ${String(response.status)}`)
  const whole = response.headers.get('content-range')?.split('/')[1]
  const bytes = Number(whole ?? response.headers.get('content-length'))
  const body = response.body as ReadableStream<Uint8Array> | null
  const reader = body?.getReader()
  let head = new Uint8Array()
  while (reader && head.length < HEAD_BYTES) {
    const { done, value } = await reader.read()
    if (done) break
    head = Uint8Array.from([...head, ...value.subarray(0, HEAD_BYTES)])
  }
  await reader?.cancel()
  return { bytes, head }
}

/** Writes a file over whatever was there; answers its file id. */
export async function storedFile(path: string, content: Buffer): Promise<string> {
  const { fileID } = await app.uploadFile({ cloudPath: path, fileContent: content })
  return fileID
}

/** Takes a file away; one that is gone already is no error. */
export async function removeFile(fileId: string): Promise<void> {
  await app.deleteFile({ fileList: [fileId] })
}
