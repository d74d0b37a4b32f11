import { askDialog } from '../ui/dialog'
import { button, dom } from '../ui/dom'
import { promised } from './api'

/** Files that the mini-program wrote, as long as the page lives. */
const written = new Map<string, string>()

interface Writing {
  filePath: string
  data: string
}

/** The person sends the file to somebody: here it is saved to the computer, or not. */
function sendFile({ filePath, fileName }: { filePath: string; fileName: string }): Promise<void> {
  const content = new Blob([written.get(filePath) ?? ''], { type: 'text/plain;charset=utf-8' })
  const href = URL.createObjectURL(content)
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

/** `wx.env`, the file system, and sending a file on. */
export function userFilesApi(): Record<string, unknown> {
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => ({
      writeFile: promised('writeFile', ({ filePath, data }: Writing) => {
        written.set(filePath, data)
      }),
    }),
    shareFileMessage: promised('shareFileMessage', sendFile),
  }
}
