import type { AdminActions } from '../gateway/admin-actions'
import type { Body } from '../gateway/body-fields'
import { asBody, requiredList, requiredText } from '../gateway/body-fields'
import type { FileStore } from './file-store'
import type { SignedUrls } from './signed-url'
import { checkCloudPath, fileIdOf, pathOfFileId } from './stored-path'

const UPLOAD_SECONDS = 900
const DOWNLOAD_SECONDS = 7200

/** The storage actions of the SDK; the bytes themselves go to the issued addresses. */
export function storageActions(files: FileStore, urls: SignedUrls): AdminActions {
  const existing = (fileId: unknown): string | null => {
    const path = pathOfFileId(fileId)
    return path !== null && files.has(path) ? path : null
  }
  return {
    'storage.getUploadMetadata': ({ body }) => {
      const path = checkCloudPath(requiredText(body, 'path'))
      const fileId = fileIdOf(path)
      return {
        data: {
          url: encodeURI(urls.issue('PUT', path, UPLOAD_SECONDS)),
          token: 'local',
          authorization: 'local',
          fileId,
          // Becomes a header: ASCII only.
          cosFileId: Buffer.from(fileId).toString('base64'),
        },
      }
    },
    'storage.batchGetDownloadUrl': ({ body }) => ({
      data: {
        download_list: requiredList(body, 'file_list').map((item) => {
          const { fileid, max_age: maxAge } = asBody(item, 'file_list')
          const path = existing(fileid)
          if (path === null) return missing(fileid, { tempFileURL: '' })
          const seconds = typeof maxAge === 'number' && maxAge > 0 ? maxAge : DOWNLOAD_SECONDS
          return found(fileid, { tempFileURL: urls.issue('GET', path, seconds) })
        }),
      },
    }),
    'storage.batchDeleteFile': async ({ body }) => ({
      data: {
        delete_list: await oneByOne(requiredList(body, 'fileid_list'), async (fileId) => {
          const path = existing(fileId)
          if (path === null) return missing(fileId)
          await files.remove(path)
          return found(fileId)
        }),
      },
    }),
    'storage.batchCopyFile': async ({ body }) => ({
      data: {
        copy_list: await oneByOne(requiredList(body, 'file_list'), (item) =>
          copy(files, asBody(item, 'file_list')),
        ),
      },
    }),
  }
}

/** In order: a list may name a file twice, and what fails leaves nothing running behind. */
async function oneByOne<T>(items: readonly unknown[], work: (item: unknown) => Promise<T>) {
  const results: T[] = []
  for (const item of items) results.push(await work(item))
  return results
}

async function copy(files: FileStore, item: Body) {
  const from = checkCloudPath(requiredText(item, 'src_path'))
  const to = checkCloudPath(requiredText(item, 'dst_path'))
  const fileId = fileIdOf(to)
  if (!files.has(from)) return missing(fileId)
  if (files.has(to) && item['overwrite'] === false) {
    return { fileId, code: 'STORAGE_FILE_EXIST', message: 'the target is there already' }
  }
  await files.copy(from, to)
  if (item['remove_original'] === true) await files.remove(from)
  return { fileId, code: 'SUCCESS' }
}

function found(fileID: unknown, more: Body = {}) {
  return { code: 'SUCCESS', fileID, ...more }
}

function missing(fileID: unknown, more: Body = {}) {
  return { code: 'STORAGE_FILE_NONEXIST', fileID, message: 'storage file not exist', ...more }
}
