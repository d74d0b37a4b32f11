/** Files of the cloud's storage: closed to everybody, shown by links that expire. */
import cloudbase from '@cloudbase/node-sdk'

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

/** Writes a file over whatever was there; answers its file id. */
export async function storedFile(path: string, content: Buffer): Promise<string> {
  const { fileID } = await app.uploadFile({ cloudPath: path, fileContent: content })
  return fileID
}

/** Takes a file away; one that is gone already is no error. */
export async function removeFile(fileId: string): Promise<void> {
  await app.deleteFile({ fileList: [fileId] })
}
