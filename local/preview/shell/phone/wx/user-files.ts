import { askDialog } from '../ui/dialog'
import { button, dom } from '../ui/dom'
import { ApiFailure, promised } from './api'
import { phoneSettings } from '../phone-settings'
import { resourceUrl, SAVED_FILES, writtenFiles } from './resource-url'

interface Writing {
  filePath: string
  data: string
  encoding?: 'utf8' | 'base64'
}

function write({ filePath, data, encoding = 'utf8' }: Writing): void {
  const bytes =
    encoding === 'utf8' ? data : Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
  writtenFiles.set(filePath, URL.createObjectURL(new Blob([bytes])))
}

/** The person sends the file to somebody: here it is saved to the computer, or not. */
function sendFile({ filePath, fileName }: { filePath: string; fileName: string }): Promise<void> {
  const href = resourceUrl(filePath, '')
  return askDialog<void>({
    label: '发送文件',
    place: 'sheet',
    dismissed: undefined,
    build: (close) => [
      dom('h2', {}, '发送文件'),
      dom('a', { href, download: fileName }, `存下 ${fileName}`),
      button('关上', () => {
        close(undefined)
      }),
    ],
  })
}

const savedPrefix = (): string => `${SAVED_FILES}${phoneSettings().openid}/`

/** Kept beside the phone's storage, so that it is there after a reload. */
async function saveFile({ tempFilePath }: { tempFilePath: string }): Promise<object> {
  const blob = await fetch(resourceUrl(tempFilePath, '')).then((response) => response.blob())
  const content = await new Promise<string>((done, fail) => {
    const reader = new FileReader()
    reader.onload = () => done(reader.result as string)
    reader.onerror = () => fail(new ApiFailure('cannot read the file'))
    reader.readAsDataURL(blob)
  })
  const savedFilePath = `${savedPrefix()}${crypto.randomUUID()}.jpg`
  try {
    localStorage.setItem(savedFilePath, content)
  } catch {
    throw new ApiFailure('the maximum size of the file storage limit is exceeded')
  }
  return { savedFilePath }
}

async function access({ path }: { path: string }): Promise<void> {
  if (path.startsWith(SAVED_FILES) ? localStorage.getItem(path) !== null : await isReadable(path))
    return
  throw new ApiFailure(`no such file or directory ${path}`)
}

const isReadable = (path: string): Promise<boolean> =>
  fetch(resourceUrl(path, '')).then(
    ({ ok }) => ok,
    () => false,
  )

const savedFiles = (): object => ({
  fileList: Object.keys(localStorage)
    .filter((key) => key.startsWith(savedPrefix()))
    .map((filePath) => ({ filePath, size: localStorage.getItem(filePath)?.length ?? 0 })),
})

/** `wx.env`, the file system, and sending a file on. */
export function userFilesApi(): Record<string, unknown> {
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => ({
      writeFile: promised('writeFile', write),
      saveFile: promised('saveFile', saveFile),
      access: promised('access', access),
      getSavedFileList: promised('getSavedFileList', savedFiles),
      removeSavedFile: promised('removeSavedFile', ({ filePath }: { filePath: string }) => {
        if (!filePath.startsWith(SAVED_FILES)) throw new ApiFailure('not a saved file')
        localStorage.removeItem(filePath)
      }),
    }),
    shareFileMessage: promised('shareFileMessage', sendFile),
  }
}
